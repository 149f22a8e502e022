package com.huixiang;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Thousands of browsers hold a socket open and say little: each one costs its buffers. Small ones suffice for chat, and
 * pages and pictures only need a few more turns.
 */
@Component
class WebServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String SMALL = "4096";
    private static final String SOCKET_BUFFERS = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (System.getProperty(SOCKET_BUFFERS) == null) {
            System.setProperty(SOCKET_BUFFERS, "2048");
        }
        server.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", SMALL);
            connector.setProperty("socket.appWriteBufSize", SMALL);
        });
    }
}

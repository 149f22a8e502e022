package com.huixiang.push;

import com.huixiang.kernel.Background;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** The WebSocket way in: {@code /live/<desk>}. */
@Component
@EnableWebSocket
class SocketDoor implements WebSocketConfigurer {

    private static final String SESSION = "live";

    private final List<LiveDesk> desks;
    private final LiveTopics topics;
    private final LiveSessions sessions;
    private final Background background;

    SocketDoor(List<LiveDesk> desks, LiveTopics topics, LiveSessions sessions, Background background) {
        this.desks = desks;
        this.topics = topics;
        this.sessions = sessions;
        this.background = background;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        for (LiveDesk desk : desks) {
            var endpoint = registry.addHandler(new Endpoint(desk), "/live/" + desk.name())
                    .setHandshakeHandler(new Uncompressed())
                    .addInterceptors(new Admission(desk));
            if (desk.opensToOtherSites()) {
                endpoint.setAllowedOriginPatterns("*");
            }
        }
    }

    /** Compression would cost some 300 KB for each open browser; frames of chat are too small to gain from it. */
    private static final class Uncompressed extends DefaultHandshakeHandler {

        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }

    private record Admission(LiveDesk desk) implements HandshakeInterceptor {

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            boolean admitted = desk.admits(request.getPrincipal());
            if (!admitted) {
                response.setStatusCode(HttpStatus.UNAUTHORIZED);
            }
            return admitted;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {}
    }

    private final class Endpoint extends TextWebSocketHandler {

        private final LiveDesk desk;

        Endpoint(LiveDesk desk) {
            this.desk = desk;
        }

        @Override
        public void afterConnectionEstablished(WebSocketSession socket) {
            SocketSession session = new SocketSession(socket, desk, socket.getPrincipal());
            socket.getAttributes().put(SESSION, session);
            sessions.opened(session);
        }

        @Override
        protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
            sessions.received(sessionOf(socket), message.getPayload());
        }

        @Override
        public void handleTransportError(WebSocketSession socket, Throwable failure) {
            sessions.closed(sessionOf(socket));
        }

        @Override
        public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
            sessions.closed(sessionOf(socket));
        }

        private static SocketSession sessionOf(WebSocketSession socket) {
            return (SocketSession) socket.getAttributes().get(SESSION);
        }
    }

    /** Whoever tells a session only fills its buffer; one virtual thread at a time empties it into the socket. */
    private final class SocketSession extends LiveSession {

        private final WebSocketSession socket;
        private final AtomicBoolean sending = new AtomicBoolean();

        SocketSession(WebSocketSession socket, LiveDesk desk, @Nullable Principal caller) {
            super(socket.getId(), desk, caller, topics);
            this.socket = socket;
        }

        @Override
        void wake() {
            if (sending.compareAndSet(false, true)) {
                background.run("Sending to a browser", this::send);
            }
        }

        private void send() {
            do {
                try {
                    for (String frame = next(); frame != null; frame = next()) {
                        socket.sendMessage(new TextMessage(frame));
                    }
                } catch (IOException | IllegalStateException gone) {
                    sessions.closed(this);
                } finally {
                    sending.set(false);
                }
            } while (!isEmpty() && sending.compareAndSet(false, true));
        }

        @Override
        void disconnect() {
            background.run("Closing a socket", () -> {
                try {
                    socket.close(CloseStatus.SESSION_NOT_RELIABLE);
                } catch (IOException alreadyGone) {
                    // Nothing is left to close.
                }
            });
        }
    }
}

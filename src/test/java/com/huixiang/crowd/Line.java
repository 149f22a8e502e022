package com.huixiang.crowd;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One WebSocket of a virtual browser. Each frame is one JSON object. */
public final class Line extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    /** The browser behind the line. Called by one thread at a time. */
    public interface Listener {

        void opened(Line line);

        void heard(JsonNode frame);

        void lost();
    }

    private final Listener listener;
    private volatile @Nullable Channel channel;
    private volatile boolean open;

    Line(Listener listener) {
        this.listener = listener;
    }

    /** Frames said into a lost line are gone, as on a real one. */
    public void say(Object frame) {
        Channel socket = channel;
        if (open && socket != null) {
            byte[] bytes = Json.write(frame).getBytes(StandardCharsets.UTF_8);
            socket.writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
        }
    }

    public boolean isOpen() {
        return open;
    }

    /** The cable is pulled: no closing frame, the connection is reset. */
    public void cut() {
        Channel socket = channel;
        if (socket != null) {
            socket.config().setOption(ChannelOption.SO_LINGER, 0);
            socket.close();
        }
    }

    /** The page is left. */
    public void hangUp() {
        Channel socket = channel;
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        context.fireChannelActive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            open = true;
            listener.opened(this);
        } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
            context.close();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        listener.heard(Json.read(frame.text()));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        open = false;
        listener.lost();
    }

    /** A reset connection or a refused handshake; that the line is lost is told once, when the channel is inactive. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}

package com.huixiang.crowd;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Carries the lines of all virtual browsers of a run on a few threads. */
public final class Exchange implements AutoCloseable {

    private static final int LARGEST_FRAME = 8 << 20;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final int PATIENCE = 60;

    private final EventLoopGroup loops;
    private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();

    public Exchange(int threads) {
        loops = new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
    }

    /** Opens a socket; the listener is told when it is open, and exactly once that it is lost, also when it never opened. */
    public Line dial(URI address, Map<String, String> headers, Line.Listener listener) {
        Line line = new Line(listener);
        new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 5_000)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec(), new HttpObjectAggregator(64 << 10))
                                .addLast(new WebSocketClientProtocolHandler(webSocket(address, headers)))
                                .addLast(new WebSocketFrameAggregator(LARGEST_FRAME), line);
                    }
                })
                .connect(address.getHost(), address.getPort())
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        listener.lost();
                    }
                });
        return line;
    }

    /** Tried once, aside; when the server is away it is not done. */
    public void attempt(Runnable work) {
        aside.execute(() -> attempt(work, 1));
    }

    /** For what may wait (a REST call), so that no line waits with it. Tried again while the server is away. */
    void aside(Runnable work) {
        aside.execute(() -> attempt(work, PATIENCE));
    }

    private void attempt(Runnable work, int attempts) {
        try {
            work.run();
        } catch (RuntimeException serverAway) {
            if (attempts > 1 && !aside.isShutdown()) {
                later(TRY_AGAIN, () -> aside.execute(() -> attempt(work, attempts - 1)));
            }
        }
    }

    public void later(Duration delay, Runnable work) {
        loops.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        aside.shutdownNow();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static WebSocketClientProtocolConfig webSocket(URI address, Map<String, String> headers) {
        HttpHeaders custom = new DefaultHttpHeaders();
        headers.forEach(custom::set);
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(address)
                .customHeaders(custom)
                .maxFramePayloadLength(LARGEST_FRAME)
                .handshakeTimeoutMillis(15_000)
                .build();
    }
}

package com.huixiang.crowd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What stands before several nodes: each new line goes to the first of them that answers. */
public final class Balancer implements AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;

    private final ServerSocket door;
    private final List<URI> nodes;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();

    /** @param nodes in the order in which they are tried */
    public Balancer(URI... nodes) {
        try {
            this.nodes = List.of(nodes);
            this.door = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().name("balancer").start(this::accept);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        for (URI node : nodes) {
            try {
                Socket line = new Socket();
                line.connect(new InetSocketAddress(node.getHost(), node.getPort()), CONNECT_MILLIS);
                line.setTcpNoDelay(true);
                caller.setTcpNoDelay(true);
                lines.add(line);
                lines.add(caller);
                Thread.ofVirtual().start(() -> carry(caller, line));
                Thread.ofVirtual().start(() -> carry(line, caller));
                return;
            } catch (IOException thisOneIsAway) {
                continue;
            }
        }
        hangUp(caller);
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Both sides are hung up below.
        } finally {
            hangUp(from);
            hangUp(to);
        }
    }

    private void hangUp(Socket line) {
        lines.remove(line);
        try {
            line.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to close.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        lines.forEach(this::hangUp);
    }
}

package org.supportpin.local.dynamodb;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.supportpin.local.fault.CannotStart;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local. Its own launcher listens on every address of the machine; this one puts the same
 * handler behind a connector on the loopback address.
 */
public final class DynamoServer implements AutoCloseable {

    /** No web page may read the tables: the launcher's default would let each of them. */
    private static final String NO_ORIGIN = "http://nowhere.invalid";

    private final Server server;
    private final ServerConnector connector;
    private final LocalDynamoDBServerHandler handler;

    private DynamoServer(Server server, ServerConnector connector, LocalDynamoDBServerHandler handler) {
        this.server = server;
        this.connector = connector;
        this.handler = handler;
    }

    /**
     * Opens the database, or makes it.
     *
     * @param folder where the database lies
     */
    public static DynamoServer start(Path folder) {
        return start(() -> new LocalDynamoDBRequestHandler(0, false, folder.toString(), true, false), " on " + folder);
    }

    /** A database that is gone when it closes, and waits for no disk. */
    public static DynamoServer inMemory() {
        return start(() -> new LocalDynamoDBRequestHandler(0, true, null, true, false), "");
    }

    /** One at a time: of two that open at the same moment in one JVM, both sometimes answer nothing but 500 ever after. */
    private static synchronized DynamoServer start(Supplier<LocalDynamoDBRequestHandler> database, String where) {
        var handler = new LocalDynamoDBServerHandler(database.get(), NO_ORIGIN);
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(0);
        server.addConnector(connector);
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            throw new CannotStart("DynamoDB Local does not start" + where + ": " + e.getMessage(), e);
        }
        return new DynamoServer(server, connector, handler);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Stops listening, then closes the database, so that its journal is written back. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not stop", e);
        } finally {
            handler.close();
        }
    }
}

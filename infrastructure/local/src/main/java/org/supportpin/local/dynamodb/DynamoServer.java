package org.supportpin.local.dynamodb;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.supportpin.engine.Dynoxide;
import org.supportpin.engine.NoEngine;
import org.supportpin.local.fault.CannotStart;

/** DynamoDB's protocol on the loopback address, by a child process. */
public final class DynamoServer implements AutoCloseable {

    private static final String FILE = "tables.db";

    /** Version 1.0 kept its tables in DynamoDB Local's file, which nothing reads any more. */
    private static final String FILE_OF_1_0 = "shared-local-instance.db";

    private final Dynoxide engine;

    private DynamoServer(Dynoxide engine) {
        this.engine = engine;
    }

    /**
     * Opens the database, or makes it.
     *
     * @param folder where the database lies
     */
    public static DynamoServer start(Path folder) {
        if (Files.exists(folder.resolve(FILE_OF_1_0))) {
            throw new CannotStart(
                    "The tables in " + folder + " were written by version 1.0, and this one cannot read them;"
                            + " move the data folder away to start with an empty one.");
        }
        return start(() -> Dynoxide.on(folder.resolve(FILE)));
    }

    /** A database that is gone when it closes, and waits for no disk. */
    public static DynamoServer inMemory() {
        return start(Dynoxide::inMemory);
    }

    private static DynamoServer start(Supplier<Dynoxide> engine) {
        try {
            return new DynamoServer(engine.get());
        } catch (NoEngine e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    public URI uri() {
        return engine.uri();
    }

    @Override
    public void close() {
        engine.close();
    }
}

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

    /** The file of DynamoDB Local, in which version 1.0 kept its tables. */
    private static final String FILE_OF_1_0 = "shared-local-instance.db";

    private final Dynoxide engine;

    private DynamoServer(Dynoxide engine) {
        this.engine = engine;
    }

    /** Opens the database in the folder, and creates it if it does not exist. */
    public static DynamoServer start(Path folder) {
        if (Files.exists(folder.resolve(FILE_OF_1_0))) {
            throw new CannotStart(
                    "The tables in " + folder + " were written by version 1.0, which this version cannot read; move"
                            + " the data folder away to start with an empty one.");
        }
        return start(() -> Dynoxide.on(folder.resolve(FILE)));
    }

    /** A database that is lost when it closes. */
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

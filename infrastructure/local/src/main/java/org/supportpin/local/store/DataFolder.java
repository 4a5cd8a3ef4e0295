package org.supportpin.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.local.fault.CannotStart;

/**
 * The folder with everything that the stack stores. Only its owner can read it, because it contains keys and text messages. Only
 * one stack can use it at a time.
 */
public final class DataFolder implements AutoCloseable {

    private static final boolean POSIX =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Locks the folder until it is closed.
     *
     * @throws CannotStart if the folder cannot be created, written or locked
     */
    public static DataFolder open(Path path) {
        var where = path.toAbsolutePath().normalize();
        if (Files.exists(where) && !Files.isDirectory(where)) {
            throw new CannotStart("The data folder " + where + " is a file; set a folder in SUPPORT_PIN_DATA.");
        }
        try {
            Files.createDirectories(where, ownerOnly("rwx------"));
            return hold(where);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + where + " cannot be written; set another one in SUPPORT_PIN_DATA.", e);
        }
    }

    private static DataFolder hold(Path path) throws IOException {
        var channel = FileChannel.open(
                path.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                ownerOnly("rw-------"));
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return new DataFolder(path, channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            // Locked by another stack in this process.
            channel.close();
            throw held(path, e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw held(path, null);
    }

    private static CannotStart held(Path path, @Nullable Throwable cause) {
        var sentence = "The data folder " + path
                + " is in use by another stack; stop that one, or set another folder in SUPPORT_PIN_DATA.";
        return cause == null ? new CannotStart(sentence) : new CannotStart(sentence, cause);
    }

    public Path path() {
        return path;
    }

    /** A subfolder, which is created if it does not exist. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name), ownerOnly("rwx------"));
        } catch (IOException e) {
            throw new CannotStart("The folder " + path.resolve(name) + " cannot be created.", e);
        }
    }

    public Optional<String> read(String name) {
        var file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be read; repair it, or move it away.", e);
        }
    }

    /** Replaces the file atomically: after a crash it has the old text or the new one. */
    public void write(String name, String text) {
        var file = path.resolve(name);
        try {
            var draft = Files.createTempFile(path, name, ".draft", ownerOnly("rw-------"));
            Files.writeString(draft, text, UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be written.", e);
        }
    }

    /** Appends a line. */
    public void append(String name, String line) {
        var file = path.resolve(name);
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        try (var out = Files.newByteChannel(file, options, ownerOnly("rw-------"))) {
            var bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be written.", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}

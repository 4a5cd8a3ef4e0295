package org.supportpin.benchmark.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A recording of a running JVM by JDK Flight Recorder, from when it is started until it is ended. */
public final class Recording {

    private final long process;
    private final Path folder;

    private Recording(long process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Starts one.
     *
     * @param folder for its files; one recording at a time
     */
    public static Recording start(long process, Path folder) throws IOException, InterruptedException {
        var recording = new Recording(process, folder);
        recording.jcmd("JFR.start", "name=benchmark", "settings=profile");
        return recording;
    }

    /** Ends it. */
    public Path stop() throws IOException, InterruptedException {
        var file = folder.resolve("benchmark.jfr");
        jcmd("JFR.stop", "name=benchmark", "filename=" + file);
        return file;
    }

    private void jcmd(String... command) throws IOException, InterruptedException {
        var log = folder.resolve("jcmd.log");
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var all = Stream.concat(Stream.of(jcmd, Long.toString(process)), Stream.of(command))
                .toList();
        var run = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (run.waitFor() != 0) {
            throw new IllegalStateException(List.of(command) + ": " + Files.readString(log));
        }
    }
}

package org.supportpin.engine;

import java.util.Locale;

/**
 * An operating system and a processor, by npm's names.
 *
 * @param os for example {@code linux}
 * @param cpu for example {@code x64}
 */
record Platform(String os, String cpu) {

    static Platform ofThisMachine() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** From the JVM's names. */
    static Platform of(String os, String arch) {
        var system = os.toLowerCase(Locale.ROOT);
        var processor = arch.toLowerCase(Locale.ROOT);
        return new Platform(
                system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "win32" : system,
                switch (processor) {
                    case "amd64", "x86_64" -> "x64";
                    case "aarch64" -> "arm64";
                    default -> processor;
                });
    }

    boolean isWindows() {
        return os.equals("win32");
    }

    /** The name of the executable. */
    String binary() {
        return isWindows() ? "dynoxide.exe" : "dynoxide";
    }

    String npm() {
        return isWindows() ? "npm.cmd" : "npm";
    }

    @Override
    public String toString() {
        return os + "-" + cpu;
    }
}

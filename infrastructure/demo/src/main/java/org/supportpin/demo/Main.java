package org.supportpin.demo;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Runs the local stack with what lies beside this jar: template, pages and engine. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException, URISyntaxException {
        var jar = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var folder = jar.toAbsolutePath().resolveSibling("");
        System.setProperty("supportpin.engine", folder.resolve("engine").toString());
        org.supportpin.local.Main.main(new String[] {folder.toString()});
    }
}

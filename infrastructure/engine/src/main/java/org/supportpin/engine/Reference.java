package org.supportpin.engine;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Called by the build: has Node.js render the HTTP contract as the local stack's page {@code /reference/}. Nothing depends on the page,
 * so without Node.js, or without a registry the first time, the build says so and goes on.
 */
public final class Reference {

    private static final String CONSEQUENCE = "; the local stack runs without its page /reference/.";

    private Reference() {}

    /** Renders the page of one project, whose folder, that of template.yaml, is the only argument. */
    public static void main(String[] arguments) {
        var missing = render("node", Path.of(arguments[0]));
        if (!missing.isEmpty()) {
            System.err.println(missing);
        }
    }

    /**
     * Renders the page, unless that was done from the same files.
     *
     * @param node the command
     * @param project the folder of template.yaml
     * @return empty, or a sentence that says why there is no page
     */
    static String render(String node, Path project) {
        try {
            var renderer = new ProcessBuilder(node, "infrastructure/reference/build.mjs")
                    .directory(project.toFile())
                    .inheritIO()
                    .start();
            return renderer.waitFor() == 0 ? "" : "The reference could not be rendered" + CONSEQUENCE;
        } catch (IOException e) {
            return "Node.js was not found, so the reference is not rendered" + CONSEQUENCE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Rendering the reference was interrupted" + CONSEQUENCE;
        }
    }
}

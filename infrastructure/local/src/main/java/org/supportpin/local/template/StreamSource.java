package org.supportpin.local.template;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A function is called with the changes of a table, as Lambda's event source mappings do it.
 *
 * @param name the event's logical name
 * @param table the table's name
 * @param batch how many changes at most
 * @param isBisected whether a batch with which the function fails is halved
 * @param reports whether the function answers from which change on it must be called again
 * @param retries how often it is called again at most, before a batch is given up
 * @param age how old a change may become
 * @param deadLetters where a batch that is given up is described; null if nowhere
 */
public record StreamSource(
        String name,
        String table,
        int batch,
        boolean isBisected,
        boolean reports,
        int retries,
        Duration age,
        @Nullable String deadLetters) {}

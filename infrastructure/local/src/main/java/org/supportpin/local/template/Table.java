package org.supportpin.local.template;

import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;

/**
 * A table.
 *
 * @param definition for {@code CreateTable}
 * @param timeToLive the attribute with the time when items expire, if any
 */
public record Table(
        String name, Json.Obj definition, @Nullable String timeToLive) {}

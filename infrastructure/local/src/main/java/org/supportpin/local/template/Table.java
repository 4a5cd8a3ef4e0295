package org.supportpin.local.template;

import java.util.Optional;
import org.supportpin.backoffice.json.Json;

/**
 * A table.
 *
 * @param definition what {@code CreateTable} takes
 * @param timeToLive the attribute by which items expire
 */
public record Table(String name, Json.Obj definition, Optional<String> timeToLive) {}

package org.supportpin.local.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A table.
 *
 * @param definition what {@code CreateTable} takes
 * @param timeToLive the attribute by which items expire
 */
public record Table(String name, ObjectNode definition, Optional<String> timeToLive) {}

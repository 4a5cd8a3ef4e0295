package org.supportpin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * A schedule that calls a function or runs a state machine.
 *
 * @param rate how often
 * @param input the event; an empty object where the template gives none
 */
public record Schedule(String name, Duration rate, JsonNode input) {}

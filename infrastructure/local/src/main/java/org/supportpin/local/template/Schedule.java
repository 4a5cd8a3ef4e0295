package org.supportpin.local.template;

import java.time.Duration;
import org.supportpin.backoffice.json.Json;

/**
 * A schedule that calls a function or runs a state machine.
 *
 * @param rate how often
 * @param input the event; an empty object where the template gives none
 */
public record Schedule(String name, Duration rate, Json input) {}

package org.supportpin.local.template;

import java.time.Duration;
import org.supportpin.backoffice.json.Json;

/** Calls a function or runs a state machine at a rate; without an input, with an empty object. */
public record Schedule(String name, Duration rate, Json input) {}

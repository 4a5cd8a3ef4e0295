package org.supportpin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A state machine of Step Functions.
 *
 * @param id its logical id
 * @param definition in the Amazon States Language, with every value worked out
 */
public record StateMachine(String id, JsonNode definition, List<Schedule> schedules) {
    public StateMachine {
        schedules = List.copyOf(schedules);
    }
}

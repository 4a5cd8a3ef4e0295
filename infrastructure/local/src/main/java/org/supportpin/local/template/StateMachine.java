package org.supportpin.local.template;

import java.util.List;
import org.supportpin.backoffice.json.Json;

/**
 * A state machine of Step Functions.
 *
 * @param id its logical id
 * @param definition in the Amazon States Language, with all values resolved
 */
public record StateMachine(String id, Json definition, List<Schedule> schedules) {
    public StateMachine {
        schedules = List.copyOf(schedules);
    }
}

package org.supportpin.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.supportpin.local.iam.Role;

/**
 * A Lambda function.
 *
 * @param id its logical id
 * @param handler the handler's class
 * @param environment its variables, resolved for the local stack
 */
public record Function(
        String id,
        String name,
        String arn,
        String handler,
        Map<String, String> environment,
        Duration timeout,
        int memoryMegabytes,
        List<Schedule> schedules,
        List<StreamSource> streams,
        Role role) {
    public Function {
        environment = Map.copyOf(environment);
        schedules = List.copyOf(schedules);
        streams = List.copyOf(streams);
    }
}

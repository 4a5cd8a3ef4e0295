package org.supportpin.local.iam;

import java.util.List;

/** One statement of a policy. */
public record Statement(
        String sid, boolean allows, List<String> actions, List<String> resources, List<Condition> conditions) {
    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    boolean matches(Permission permission) {
        return actions.contains(permission.action())
                && resources.stream().anyMatch(pattern -> Wildcard.matches(pattern, permission.resource()))
                && conditions.stream().allMatch(condition -> condition.isMet(permission));
    }
}

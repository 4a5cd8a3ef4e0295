package org.supportpin.local.iam;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A function's role: what its statements allow, and no statement denies. */
public record Role(List<Statement> statements) {

    /** A role without any statement: it allows nothing. */
    public static final Role NONE = new Role(List.of());

    /** What may be struck out of a role if no call ever needs it: one action, resource or condition value of one statement. */
    public record Grant(String sid, String what) {}

    public Role {
        statements = List.copyOf(statements);
    }

    public boolean allows(Permission permission) {
        var matching =
                statements.stream().filter(each -> each.matches(permission)).toList();
        return !matching.isEmpty() && matching.stream().allMatch(Statement::allows);
    }

    /** All that the role grants. */
    public Set<Grant> grants() {
        var grants = new LinkedHashSet<Grant>();
        statements.stream()
                .filter(Statement::allows)
                .forEach(each -> Stream.of(
                                each.actions(),
                                each.resources(),
                                each.conditions().stream()
                                        .flatMap(condition -> condition.values().stream())
                                        .toList())
                        .flatMap(List::stream)
                        .forEach(what -> grants.add(new Grant(each.sid(), what))));
        return grants;
    }

    /** What of the role a permission makes use of. */
    public Set<Grant> used(Permission permission) {
        var grants = new LinkedHashSet<Grant>();
        statements.stream()
                .filter(each -> each.allows() && each.matches(permission))
                .forEach(each -> {
                    grants.add(new Grant(each.sid(), permission.action()));
                    each.resources().stream()
                            .filter(pattern -> Wildcard.matches(pattern, permission.resource()))
                            .forEach(pattern -> grants.add(new Grant(each.sid(), pattern)));
                    each.conditions().stream()
                            .flatMap(condition -> condition.used(permission).stream())
                            .forEach(value -> grants.add(new Grant(each.sid(), value)));
                });
        return grants;
    }
}

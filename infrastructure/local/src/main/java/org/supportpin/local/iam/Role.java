package org.supportpin.local.iam;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A function's role. It allows what a statement allows and none denies. */
public record Role(List<Statement> statements) {

    /** Allows nothing. */
    public static final Role NONE = new Role(List.of());

    /** The smallest removable part of a role: an action, resource or condition value of a statement. */
    public record Grant(String sid, String what) {}

    public Role {
        statements = List.copyOf(statements);
    }

    public boolean allows(Permission permission) {
        var matching =
                statements.stream().filter(each -> each.matches(permission)).toList();
        return !matching.isEmpty() && matching.stream().allMatch(Statement::allows);
    }

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

    /** The grants that a permission uses. */
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

package org.supportpin.local.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The template, with all values resolved for the local stack.
 *
 * @param aliases key ids by alias, such as {@code alias/support-pin}
 */
public record Deployment(
        List<Route> routes,
        List<Authorizer> authorizers,
        @Nullable Cors cors,
        List<Function> functions,
        List<StateMachine> stateMachines,
        List<Table> tables,
        Map<String, String> aliases) {
    public Deployment {
        routes = List.copyOf(routes);
        authorizers = List.copyOf(authorizers);
        functions = List.copyOf(functions);
        stateMachines = List.copyOf(stateMachines);
        tables = List.copyOf(tables);
        aliases = Map.copyOf(aliases);
    }
}

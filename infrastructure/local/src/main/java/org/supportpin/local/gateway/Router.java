package org.supportpin.local.gateway;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpin.local.template.Route;

/** Finds the most specific route of a request. */
final class Router {

    /** @param parameters decoded path parameters */
    record Match(Route route, Map<String, String> parameters) {}

    private record Pattern(Route route, List<String> segments) {

        Pattern(Route route) {
            this(route, List.of(route.path().substring(1).split("/", -1)));
        }

        Optional<Match> match(String method, List<String> path) {
            boolean fits = route.method().equals(method) || route.method().equals("ANY");
            if (!fits || (isGreedy() ? path.size() < segments.size() : path.size() != segments.size())) {
                return Optional.empty();
            }
            var parameters = new HashMap<String, String>();
            for (int i = 0; i < segments.size(); i++) {
                var segment = segments.get(i);
                if (segment.endsWith("+}")) {
                    parameters.put(
                            segment.substring(1, segment.length() - 2), String.join("/", path.subList(i, path.size())));
                } else if (segment.startsWith("{")) {
                    parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
                } else if (!segment.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Match(route, parameters));
        }

        private boolean isGreedy() {
            return segments.getLast().endsWith("+}");
        }

        /** Sorts literal segments before parameters, parameters before greedy ones, and a method before {@code ANY}. */
        private String rank() {
            var rank = new StringBuilder();
            for (var segment : segments) {
                rank.append(segment.endsWith("+}") ? '2' : segment.startsWith("{") ? '1' : '0');
            }
            return rank.append(route.method().equals("ANY") ? '1' : '0').toString();
        }
    }

    private final List<Pattern> patterns;

    Router(Collection<Route> routes) {
        patterns = routes.stream()
                .map(Pattern::new)
                .sorted(Comparator.comparing(Pattern::rank))
                .toList();
    }

    Optional<Match> match(String method, List<String> path) {
        return patterns.stream()
                .flatMap(pattern -> pattern.match(method, path).stream())
                .findFirst();
    }
}

package org.supportpin.local.iam;

import java.util.List;
import java.util.function.BiPredicate;
import org.supportpin.domain.check.WireName;

/**
 * One condition of a statement.
 *
 * @param operator of those that {@code template.yaml} uses
 * @param key such as {@code kms:EncryptionContext:tenant}
 * @param values any of which satisfies it
 */
public record Condition(Operator operator, String key, List<String> values) {

    /** How the request's values are held against the statement's. */
    public enum Operator implements WireName {
        STRING_EQUALS("StringEquals"),
        STRING_LIKE("StringLike"),
        FOR_ALL_VALUES_STRING_EQUALS("ForAllValues:StringEquals"),
        FOR_ALL_VALUES_STRING_LIKE("ForAllValues:StringLike");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        /** The name in the template. */
        @Override
        public String text() {
            return text;
        }

        /**
         * The operator of this name.
         *
         * @throws IllegalArgumentException if the local stack does not know it
         */
        public static Operator of(String text) {
            return WireName.find(values(), text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the local stack does not know the condition operator " + text));
        }
    }

    public Condition {
        values = List.copyOf(values);
    }

    boolean isMet(Permission permission) {
        var asked = permission.context().getOrDefault(key, List.of());
        return switch (operator) {
            case STRING_EQUALS -> asked.size() == 1 && all(asked, String::equals);
            case STRING_LIKE -> asked.size() == 1 && all(asked, Wildcard::matches);
            // IAM's own trap: it is met where the request has no such key at all.
            case FOR_ALL_VALUES_STRING_EQUALS -> all(asked, String::equals);
            case FOR_ALL_VALUES_STRING_LIKE -> all(asked, Wildcard::matches);
        };
    }

    private boolean all(List<String> asked, BiPredicate<String, String> match) {
        return asked.stream().allMatch(value -> values.stream().anyMatch(pattern -> match.test(pattern, value)));
    }

    /** Those of the condition's values that a permission makes use of. */
    List<String> used(Permission permission) {
        return values.stream()
                .filter(pattern -> permission.context().getOrDefault(key, List.of()).stream()
                        .anyMatch(value -> Wildcard.matches(pattern, value)))
                .toList();
    }
}

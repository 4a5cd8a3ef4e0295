package org.supportpin.local.iam;

import java.util.List;
import java.util.function.BiPredicate;
import org.supportpin.domain.check.WireName;

/**
 * A condition of a statement.
 *
 * @param key for example {@code kms:EncryptionContext:tenant}
 * @param values one of which must match
 */
public record Condition(Operator operator, String key, List<String> values) {

    /** The operators that {@code template.yaml} uses. */
    public enum Operator implements WireName {
        STRING_EQUALS("StringEquals"),
        STRING_LIKE("StringLike"),
        FOR_ALL_VALUES_STRING_EQUALS("ForAllValues:StringEquals"),
        FOR_ALL_VALUES_STRING_LIKE("ForAllValues:StringLike");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }

        /** Throws {@link IllegalArgumentException} if the local stack does not support it. */
        public static Operator of(String text) {
            return WireName.find(values(), text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the local stack does not support the condition operator " + text));
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
            // As in IAM, this is also met if the request does not have the key.
            case FOR_ALL_VALUES_STRING_EQUALS -> all(asked, String::equals);
            case FOR_ALL_VALUES_STRING_LIKE -> all(asked, Wildcard::matches);
        };
    }

    private boolean all(List<String> asked, BiPredicate<String, String> match) {
        return asked.stream().allMatch(value -> values.stream().anyMatch(pattern -> match.test(pattern, value)));
    }

    /** The values that a permission uses. */
    List<String> used(Permission permission) {
        return values.stream()
                .filter(pattern -> permission.context().getOrDefault(key, List.of()).stream()
                        .anyMatch(value -> Wildcard.matches(pattern, value)))
                .toList();
    }
}

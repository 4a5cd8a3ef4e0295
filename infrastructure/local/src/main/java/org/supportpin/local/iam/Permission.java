package org.supportpin.local.iam;

import java.util.List;
import java.util.Map;

/**
 * A permission that a call needs.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource its ARN; empty if there is none, as for a phone number
 * @param context the condition keys that the service sets, such as {@code dynamodb:LeadingKeys}, with their values
 */
public record Permission(String action, String resource, Map<String, List<String>> context) {
    public Permission {
        context = Map.copyOf(context);
    }
}

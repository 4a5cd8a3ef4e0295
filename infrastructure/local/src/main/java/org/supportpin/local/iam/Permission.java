package org.supportpin.local.iam;

import java.util.List;
import java.util.Map;

/**
 * What a call needs to be allowed.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource its ARN; empty where the service has none for it, as for a telephone number
 * @param context the condition keys that the service fills in, such as {@code dynamodb:LeadingKeys}, with their values
 */
public record Permission(String action, String resource, Map<String, List<String>> context) {
    public Permission {
        context = Map.copyOf(context);
    }
}

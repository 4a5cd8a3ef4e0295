package org.supportpin.local.template;

import java.util.Map;
import org.supportpin.local.iam.Account;

/**
 * Stands in for an AWS account.
 *
 * @param parameters local values of the template's parameters; others have their default
 * @param keyIds of each {@code AWS::KMS::Key}, by logical id
 */
public record Place(String region, Map<String, String> parameters, Map<String, String> keyIds) {

    public static final String ACCOUNT = Account.ID;
    public static final String STACK = "support-pin-local";

    public Place {
        parameters = Map.copyOf(parameters);
        keyIds = Map.copyOf(keyIds);
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + ACCOUNT + ":" + resource;
    }
}

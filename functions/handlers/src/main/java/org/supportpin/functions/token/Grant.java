package org.supportpin.functions.token;

import java.util.Map;
import java.util.Optional;

/**
 * What a client asks for (RFC 7523 §2.1).
 *
 * @param assertion the JWT that names the subject
 * @param clientAssertion another one that names the client alone (§2.2), which is not needed; empty for none
 * @param clientId the client's id, which is not needed; empty for none
 * @param scope empty for the client's only one
 */
record Grant(String assertion, String clientAssertion, String clientId, String scope) {

    /** The sealed result of reading a form. */
    sealed interface Form {
        record Valid(Grant grant) implements Form {}

        record Wrong(Refusal refusal) implements Form {}
    }

    static Form read(Map<String, String> form) {
        return fault(form)
                .<Form>map(Form.Wrong::new)
                .orElseGet(() -> new Form.Valid(new Grant(
                        form.getOrDefault("assertion", ""),
                        form.getOrDefault("client_assertion", ""),
                        form.getOrDefault("client_id", ""),
                        form.getOrDefault("scope", ""))));
    }

    private static Optional<Refusal> fault(Map<String, String> form) {
        if (!TokenHandler.GRANT_TYPE.equals(form.get("grant_type"))) {
            return Optional.of(Refusal.GRANT_TYPE);
        }
        if (!form.containsKey("assertion")) {
            return Optional.of(Refusal.NO_ASSERTION);
        }
        return form.containsKey("client_assertion")
                        && !TokenHandler.ASSERTION_TYPE.equals(form.get("client_assertion_type"))
                ? Optional.of(Refusal.ASSERTION_TYPE)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Grant";
    }
}

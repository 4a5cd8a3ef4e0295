package org.supportpin.local.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.supportpin.backoffice.json.Json;

/** Picks out of a template the headers that CloudFront puts on each answer. */
final class ResponseHeaders {

    private final Intrinsics intrinsics;

    ResponseHeaders(Intrinsics intrinsics) {
        this.intrinsics = intrinsics;
    }

    /** The headers of a policy, names in lower case. Strict-Transport-Security is none over HTTP (RFC 6797 §7.2). */
    Map<String, String> read(Json policy) {
        var config = intrinsics.resolve(policy.path("Properties").path("ResponseHeadersPolicyConfig"));
        var security = config.path("SecurityHeadersConfig");
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "content-security-policy",
                security.path("ContentSecurityPolicy")
                        .path("ContentSecurityPolicy")
                        .asText());
        headers.put(
                "x-frame-options",
                security.path("FrameOptions").path("FrameOption").asText());
        headers.put(
                "referrer-policy",
                security.path("ReferrerPolicy").path("ReferrerPolicy").asText());
        if (security.has("ContentTypeOptions")) {
            headers.put("x-content-type-options", "nosniff");
        }
        config.path("CustomHeadersConfig")
                .path("Items")
                .items()
                .forEach(item -> headers.put(
                        item.path("Header").asText().toLowerCase(Locale.ROOT),
                        item.path("Value").asText()));
        headers.values().removeIf(String::isEmpty);
        return headers;
    }
}

package org.supportpin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Picks out of a template the headers that CloudFront puts on each answer. */
final class ResponseHeaders {

    private final Intrinsics intrinsics;

    ResponseHeaders(Intrinsics intrinsics) {
        this.intrinsics = intrinsics;
    }

    /** The headers of a policy, names in lower case. Strict-Transport-Security is none over HTTP (RFC 6797 §7.2). */
    Map<String, String> read(JsonNode policy) {
        var config = intrinsics.resolve(policy.at("/Properties/ResponseHeadersPolicyConfig"));
        var security = config.path("SecurityHeadersConfig");
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "content-security-policy",
                security.at("/ContentSecurityPolicy/ContentSecurityPolicy").asText());
        headers.put("x-frame-options", security.at("/FrameOptions/FrameOption").asText());
        headers.put(
                "referrer-policy", security.at("/ReferrerPolicy/ReferrerPolicy").asText());
        if (security.has("ContentTypeOptions")) {
            headers.put("x-content-type-options", "nosniff");
        }
        config.at("/CustomHeadersConfig/Items")
                .forEach(item -> headers.put(
                        item.path("Header").asText().toLowerCase(Locale.ROOT),
                        item.path("Value").asText()));
        headers.values().removeIf(String::isEmpty);
        return headers;
    }
}

package org.supportpin.local.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.supportpin.backoffice.json.Json;

/** Reads the headers that CloudFront adds to each answer. */
record ResponseHeaders(Intrinsics intrinsics) {

    /** Names are in lower case. Strict-Transport-Security is left out over HTTP (RFC 6797 §7.2). */
    Map<String, String> read(Json policy) {
        var config = intrinsics.resolve(policy.path("Properties").path("ResponseHeadersPolicyConfig"));
        var security = config.path("SecurityHeadersConfig");
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-security-policy", text(security, "ContentSecurityPolicy", "ContentSecurityPolicy"));
        headers.put("x-frame-options", text(security, "FrameOptions", "FrameOption"));
        headers.put("referrer-policy", text(security, "ReferrerPolicy", "ReferrerPolicy"));
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

    private static String text(Json node, String outer, String inner) {
        return node.path(outer).path(inner).asText();
    }
}

package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.supportpin.local.template.Place;

/** What infrastructure/pages.yaml promises; its headers are those that the local stack sends, for it reads them there. */
class PagesTemplateTest {

    private static final JsonNode RESOURCES =
            ProjectFiles.yaml("infrastructure/pages.yaml").path("Resources");

    private static Map<String, String> headers() {
        return org.supportpin.local.template.Template.read(ProjectFiles.root().resolve("infrastructure/pages.yaml"))
                .responseHeaders(new Place("eu-central-1", Map.of("ApiUrl", "'self'"), Map.of()));
    }

    @Test
    void nothingInlineNothingFromElsewhereNoFrame() {
        var policy =
                Optional.ofNullable(headers().get("content-security-policy")).orElseThrow();
        assertThat(policy.split("; ?"))
                .containsExactlyInAnyOrder(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self'",
                        "connect-src 'self'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'",
                        "trusted-types 'none'");
    }

    @Test
    void everyOtherHeaderIsThere() {
        assertThat(headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("cross-origin-opener-policy", "same-origin")
                .containsEntry("cache-control", "no-cache")
                .containsKey("permissions-policy")
                .doesNotContainKey("strict-transport-security");
        assertThat(RESOURCES
                        .at("/Headers/Properties/ResponseHeadersPolicyConfig/SecurityHeadersConfig")
                        .at("/StrictTransportSecurity/AccessControlMaxAgeSec")
                        .asInt())
                .isGreaterThanOrEqualTo(31_536_000);
    }

    @Test
    void noHeaderOfTheBucketTakesThePlaceOfOne() {
        var config = RESOURCES.at("/Headers/Properties/ResponseHeadersPolicyConfig");
        assertThat(config.path("SecurityHeadersConfig"))
                .isNotEmpty()
                .allMatch(header -> header.path("Override").asBoolean());
        assertThat(config.at("/CustomHeadersConfig/Items"))
                .isNotEmpty()
                .allMatch(header -> header.path("Override").asBoolean());
    }

    private static JsonNode distribution() {
        return RESOURCES.at("/Distribution/Properties/DistributionConfig");
    }

    @Test
    void withACertificateOfItsOwnNothingBelowTls12IsSpoken() {
        var certificate = distribution().at("/ViewerCertificate/Fn::If");
        assertThat(certificate.get(0).asText()).isEqualTo("OwnCertificate");
        assertThat(certificate.get(1).path("MinimumProtocolVersion").asText()).isEqualTo("TLSv1.2_2021");
        assertThat(certificate.get(1).path("SslSupportMethod").asText()).isEqualTo("sni-only");
        assertThat(certificate.get(2).toString()).isEqualTo("{\"CloudFrontDefaultCertificate\":true}");
        assertThat(distribution().at("/Aliases/Fn::If/1/0/Ref").asText()).isEqualTo("DomainName");
    }

    /** CloudFront speaks TLS 1.0 with its default certificate, whatever the template says. */
    @Test
    void onlyATrialDoesWithout() {
        var template = ProjectFiles.yaml("infrastructure/pages.yaml");
        assertThat(template.at("/Parameters/Trial/Default").asText()).isEqualTo("false");
        var rule = template.at("/Rules/OnlyATrialUsesTheDefaultCertificate");
        assertThat(rule.path("RuleCondition").toString()).isEqualTo("{\"Fn::Equals\":[{\"Ref\":\"Trial\"},\"false\"]}");
        assertThat(rule.path("Assertions").findValuesAsText("Ref")).containsExactly("CertificateArn", "DomainName");
    }

    @Test
    void whoVisitedIsLoggedPrivatelyAndForgotten() {
        var logging = distribution().path("Logging");
        assertThat(logging.at("/Bucket/Fn::GetAtt").toString()).contains("Logs");
        assertThat(logging.path("IncludeCookies").asBoolean(true)).isFalse();
        var bucket = RESOURCES.at("/Logs/Properties");
        assertThat(bucket.path("PublicAccessBlockConfiguration")).hasSize(4).allMatch(JsonNode::asBoolean);
        assertThat(bucket.at("/LifecycleConfiguration/Rules/0/ExpirationInDays/Ref")
                        .asText())
                .isEqualTo("LogRetentionDays");
        assertThat(bucket.at("/LifecycleConfiguration/Rules/0/Status").asText()).isEqualTo("Enabled");
    }

    @Test
    void theBucketsOutliveTheStackUnlessItsCreationFails() {
        for (var bucket : List.of("Bucket", "Logs")) {
            assertThat(RESOURCES.path(bucket).path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
            assertThat(RESOURCES.path(bucket).path("UpdateReplacePolicy").asText())
                    .isEqualTo("Retain");
        }
    }

    @Test
    void onlyTheDistributionReadsTheBucket() {
        var block = RESOURCES.at("/Bucket/Properties/PublicAccessBlockConfiguration");
        assertThat(block).hasSize(4).allMatch(JsonNode::asBoolean);
        var allowed = RESOURCES.at("/BucketPolicy/Properties/PolicyDocument/Statement");
        assertThat(allowed)
                .filteredOn(statement -> statement.path("Effect").asText().equals("Allow"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.path("Action").asText()).isEqualTo("s3:GetObject");
                    assertThat(statement.at("/Principal/Service").asText()).isEqualTo("cloudfront.amazonaws.com");
                    assertThat(statement
                                    .at("/Condition/StringEquals/AWS:SourceArn/Fn::Sub")
                                    .asText())
                            .endsWith("distribution/${Distribution}");
                });
        assertThat(RESOURCES
                        .at("/OriginAccess/Properties/OriginAccessControlConfig/SigningBehavior")
                        .asText())
                .isEqualTo("always");
        var distribution = RESOURCES.at("/Distribution/Properties/DistributionConfig");
        assertThat(distribution.at("/Origins/0/OriginAccessControlId/Ref").asText())
                .isEqualTo("OriginAccess");
        assertThat(distribution
                        .at("/DefaultCacheBehavior/ResponseHeadersPolicyId/Ref")
                        .asText())
                .isEqualTo("Headers");
        assertThat(distribution.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText())
                .isEqualTo("redirect-to-https");
    }
}

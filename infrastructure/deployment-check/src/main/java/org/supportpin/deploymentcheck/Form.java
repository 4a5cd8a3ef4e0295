package org.supportpin.deploymentcheck;

import java.util.Optional;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.token.TokenForm;

/** What the value of an option must be. A fault continues the option's name to a sentence, and says what to do, without the value. */
enum Form {
    API,
    STACK,
    ORIGINS,
    ISSUER,
    AUDIENCE,
    TOKENS,
    SCOPE_PREFIX,
    CLAIM,
    /** Any; what is in the file is read after all. */
    FILE;

    /** The patterns of template.yaml, to which a test holds them. */
    static final String AUDIENCE_PATTERN = "\\S{1,255}";

    static final String PREFIX_PATTERN = "[!#-\\[\\]-~]{0,256}";
    static final String CLAIM_PATTERN = "[A-Za-z0-9:/._-]{1,128}";
    private static final String STACK_PATTERN = "[A-Za-z][A-Za-z0-9-]{0,127}";

    private static final String ASCII = "letters that are not ASCII in their ASCII form (xn--…).";

    /** Empty if nothing is wrong. */
    Optional<String> fault(String value) {
        return switch (this) {
            case API ->
                unless(
                        Web.address(value).isPresent(),
                        "is not an https address. Give the output ApiUrl of the stack; " + ASCII);
            case STACK ->
                unless(
                        value.matches(STACK_PATTERN),
                        "is no stack's name. Give the name, as in samconfig.toml, and not its ARN.");
            case ORIGINS ->
                Origin.parseAll(value) instanceof Faulty<?>(var faults)
                        ? Optional.of(faults.getFirst().message())
                        : Optional.empty();
            case ISSUER ->
                unless(
                        Web.address(value).isPresent(),
                        "is not an https address. Give the issuer to the letter; " + ASCII);
            case AUDIENCE ->
                unless(value.matches(AUDIENCE_PATTERN), "has blanks or is too long. Give what the tokens have in aud.");
            case TOKENS ->
                unless(
                        WireName.find(TokenForm.values(), value).isPresent(),
                        "is not known. Give " + WireName.names(TokenForm.values(), " or ") + ".");
            case SCOPE_PREFIX ->
                unless(
                        value.matches(PREFIX_PATTERN),
                        "has blanks, quotes or letters that are not ASCII. Give what stands before each scope.");
            case CLAIM -> unless(value.matches(CLAIM_PATTERN), "is no claim's name. Give letters, digits or : / . _ -");
            case FILE -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean isRight, String fault) {
        return isRight ? Optional.empty() : Optional.of(fault);
    }
}

package org.supportpin.domain.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.IDNA;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.Text;

/**
 * International names by UTS #46: non-transitional (so that {@code ς} and {@code ß} stay what they are), STD3, with the checks of
 * hyphens, joiners and direction. In addition to the standard, look-alike names are refused.
 */
final class Idna {

    static final String ACE_PREFIX = "xn--";
    static final int LONGEST_LABEL = 63;
    static final int LONGEST_NAME = 253;

    /** More than 253 octets of A-labels can encode, and small enough to decode cheaply. */
    static final int LONGEST_TEXT = 1000;

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private static final Pattern SIGMA_AT_END_OF_WORD = Pattern.compile("σ(?!\\p{L})");

    private Idna() {}

    /** The name in A-labels, lower case, without the trailing dot, which is optional in {@code text}. */
    static Checked<String> toAscii(String text) {
        var problem = problemOfText(text);
        if (problem.isPresent()) {
            return Checked.faulty(problem.get());
        }
        var name = withoutTrailingDot(text);
        var info = new IDNA.Info();
        var ascii = UTS46.nameToASCII(name, new StringBuilder(), info).toString();
        if (info.hasErrors()) {
            return Checked.faulty(problemOf(info));
        }
        return problemOfLabels(labels(name), labels(ascii))
                .<Checked<String>>map(Checked::faulty)
                .orElseGet(() -> Checked.valid(ascii));
    }

    /** The name for display, with A-labels decoded. */
    static String toUnicode(String ascii) {
        return labels(ascii).stream().map(Idna::decoded).collect(Collectors.joining("."));
    }

    static List<String> labels(String name) {
        return Arrays.asList(name.split("\\.", -1));
    }

    static String withoutTrailingDot(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    static Optional<Fault> problemOfText(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.of(NameFaults.TOO_LONG);
        }
        if (text.codePoints().anyMatch(Idna::isUnseen)) {
            return Optional.of(NameFaults.UNSEEN);
        }
        return Optional.empty();
    }

    /** Includes Unicode's default-ignorable characters, such as variation selectors, which UTS #46 drops silently. */
    private static boolean isUnseen(int codePoint) {
        return Text.isInvisible(codePoint)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static Optional<Fault> problemOfLabels(List<String> given, List<String> ascii) {
        if (given.size() != ascii.size()) { // UTS #46 §4.5 also treats U+3002, U+FF0E and U+FF61 as full stops
            return Optional.of(NameFaults.OTHER_DOTS);
        }
        for (int i = 0; i < ascii.size(); i++) {
            var label = decoded(ascii.get(i));
            if (label.codePoints().anyMatch(Idna::isUnseen)) {
                return Optional.of(NameFaults.UNSEEN_IN_ACE);
            }
            if (label.codePoints()
                            .map(Idna::script)
                            .filter(Idna::isAlphabet)
                            .distinct()
                            .count()
                    > 1) {
                return Optional.of(NameFaults.MIXED_ALPHABETS);
            }
            if (sigmaIsGuessed(given.get(i), label)) {
                return Optional.of(NameFaults.GUESSED_SIGMA);
            }
        }
        return Optional.empty();
    }

    /** A capital sigma is mapped to σ, even at the end of a word, where ς was meant: that would be another domain. */
    private static boolean sigmaIsGuessed(String given, String label) {
        return !isAce(given)
                && SIGMA_AT_END_OF_WORD.matcher(label).results().count()
                        != SIGMA_AT_END_OF_WORD.matcher(given).results().count();
    }

    private static boolean isAce(String label) {
        return label.toLowerCase(Locale.ROOT).startsWith(ACE_PREFIX);
    }

    private static int script(int codePoint) {
        return UScript.getScript(codePoint);
    }

    private static boolean isAlphabet(int script) {
        return script != UScript.COMMON && script != UScript.INHERITED;
    }

    private static String decoded(String label) {
        return isAce(label)
                ? UTS46.labelToUnicode(label, new StringBuilder(), new IDNA.Info())
                        .toString()
                : label;
    }

    private static Fault problemOf(IDNA.Info info) {
        var errors = info.getErrors();
        if (errors.contains(IDNA.Error.LABEL_TOO_LONG) || errors.contains(IDNA.Error.DOMAIN_NAME_TOO_LONG)) {
            return NameFaults.PARTS_TOO_LONG;
        }
        if (errors.contains(IDNA.Error.EMPTY_LABEL)) {
            return NameFaults.EMPTY_LABEL;
        }
        return NameFaults.NO_NAME;
    }
}

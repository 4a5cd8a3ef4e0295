package org.supportpin.local.contract;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.supportpin.domain.name.DomainName;

/**
 * Asks the domain's rules of names about every character of Unicode, in several places of a name, and about names of random characters.
 * Loaded by two class loaders, it tells whether the libraries behind them agree.
 */
public final class NameProbe implements Supplier<Map<String, String>> {

    private static final int BLOCK = 4096;
    private static final int NAMES = 200;
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** Where directions, joiners, hyphens and alphabets meet: Latin, Greek, Cyrillic, Hebrew, Arabic, Hindi, Han, marks, signs. */
    private static final int[][] MIXED = {
        {'a', 'z'},
        {'0', '9'},
        {'-', '.'},
        {0x370, 0x3ff},
        {0x410, 0x44f},
        {0x5b0, 0x5ea},
        {0x610, 0x669},
        {0x900, 0x96f},
        {0x4e00, 0x4e20},
        {0x300, 0x330},
        {0x200c, 0x200d},
        {0xdf, 0xff},
        {0x1f00, 0x1fff},
        {0xff00, 0xff61},
        {0x1f600, 0x1f610}
    };

    /** Each answer by block of characters, as a hash, so that a difference says where it is. */
    @Override
    public Map<String, String> get() {
        var answers = new TreeMap<String, String>();
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += BLOCK) {
            answers.put("U+%06X".formatted(first), hash(ofEach(first)));
            answers.put("random %06X".formatted(first), hash(ofRandom(first)));
        }
        return answers;
    }

    private static Stream<String> ofEach(int first) {
        return IntStream.range(first, first + BLOCK)
                .mapToObj(Character::toString)
                .map(each -> "a" + each + ".\u0628" + each + "\u0628")
                .map(NameProbe::toAscii);
    }

    private static Stream<String> ofRandom(int seed) {
        var random = new Random(seed);
        return Stream.generate(() -> random.ints(1 + random.nextInt(12), 0, MIXED.length)
                        .map(range -> random.nextInt(MIXED[range][0], MIXED[range][1] + 1))
                        .mapToObj(Character::toString)
                        .reduce("", String::concat))
                .limit(NAMES)
                .flatMap(each -> Stream.of(each + ".gr", "xn--" + each + ".gr", each))
                .map(NameProbe::answer);
    }

    private static String hash(Stream<String> answers) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            answers.forEach(answer -> digest.update(answer.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String toAscii(String name) {
        var info = new IDNA.Info();
        return UTS46.nameToASCII(name, new StringBuilder(), info) + "\t" + info.getErrors() + "\n";
    }

    private static String answer(String name) {
        var unicode = UTS46.nameToUnicode(name, new StringBuilder(), new IDNA.Info());
        var parsed = DomainName.parse(name).map(each -> each.ascii() + "\t" + each.unicode());
        return String.join("\t", toAscii(name), unicode, parsed.toString()) + "\n";
    }
}

package org.supportpin.local.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An {@code aws s3 sync} command, and which files of its source it uploads. Filters work as the AWS CLI documents them: all
 * files are included at first, and of the filters that match a path the last one decides.
 *
 * @param source the folder, with a slash at its end
 */
record SyncCommand(String source, List<Filter> filters) {

    private static final String START = "aws s3 sync ";
    /** From the command to the end of its code span or line; a backslash continues the line. */
    private static final Pattern COMMAND = Pattern.compile(START + "((?:\\\\\\R\\s*|[^`\\n])*)");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\\\\]+)");

    record Filter(boolean includes, Pattern paths) {}

    SyncCommand {
        filters = List.copyOf(filters);
    }

    /** Each command in a text, in its order. */
    static List<SyncCommand> in(String text) {
        return COMMAND.matcher(text)
                .results()
                .map(found -> parse(words(found.group(1))))
                .toList();
    }

    private static List<String> words(String arguments) {
        return WORD.matcher(arguments).results().map(SyncCommand::word).toList();
    }

    private static String word(MatchResult found) {
        for (int group = 1; group <= 2; group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return found.group();
    }

    private static SyncCommand parse(List<String> words) {
        var filters = new ArrayList<Filter>();
        // The source and the bucket come first.
        for (int at = 2; at < words.size(); at++) {
            switch (words.get(at)) {
                case "--delete" -> {}
                case "--exclude" -> filters.add(new Filter(false, glob(words.get(++at))));
                case "--include" -> filters.add(new Filter(true, glob(words.get(++at))));
                default -> throw new IllegalArgumentException("unknown word in the command: " + words.get(at));
            }
        }
        return new SyncCommand(words.getFirst(), filters);
    }

    /** Python's fnmatch, which the AWS CLI uses: an asterisk matches slashes too. */
    private static Pattern glob(String pattern) {
        var regex = pattern.codePoints()
                .mapToObj(Character::toString)
                .map(each -> switch (each) {
                    case "*" -> ".*";
                    case "?" -> ".";
                    case "[", "]" -> throw new IllegalArgumentException("no brackets here: " + pattern);
                    default -> Pattern.quote(each);
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex);
    }

    /**
     * Whether a file is uploaded.
     *
     * @param path relative to the source, with slashes
     */
    boolean uploads(String path) {
        boolean uploads = true;
        for (var filter : filters) {
            if (filter.paths().matcher(path).matches()) {
                uploads = filter.includes();
            }
        }
        return uploads;
    }
}

package org.supportpin.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The file: who made what, then each text once. The same notices always make the same file. */
final class Page {

    private static final String RULE = "-".repeat(80);

    private final List<Notice> notices;
    private final Map<String, List<String>> users = new LinkedHashMap<>();

    private Page(List<Notice> notices) {
        this.notices = notices;
        for (var notice : notices) {
            for (var text : notice.texts()) {
                users.computeIfAbsent(text.content(), each -> new ArrayList<>())
                        .add(notice.name() + ", " + text.file());
            }
        }
    }

    static String of(List<Notice> notices) {
        return new Page(notices).print();
    }

    private String print() {
        var page = new StringBuilder("""
                Third-party notices

                Support PIN contains the libraries below, each under its own licence. The texts follow the list, each once.
                The build writes this file from the libraries themselves.

                """);
        notices.forEach(notice -> page.append(entry(notice)));
        var number = 0;
        for (var text : users.entrySet()) {
            number++;
            page.append('\n')
                    .append(RULE)
                    .append("\nText ")
                    .append(number)
                    .append(": ")
                    .append(heading(text.getValue()))
                    .append('\n')
                    .append(RULE)
                    .append("\n\n")
                    .append(text.getKey())
                    .append('\n');
        }
        return page.toString();
    }

    private String entry(Notice notice) {
        var contents = new ArrayList<>(users.keySet());
        var texts = notice.texts().stream()
                .map(text -> contents.indexOf(text.content()) + 1)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        var licences = notice.licences().isEmpty() ? "" : String.join("; ", notice.licences()) + "; ";
        return notice.name() + " " + notice.version() + "\n    " + licences + "text " + texts + "\n";
    }

    private static String heading(List<String> users) {
        return users.get(0) + (users.size() == 1 ? "" : ", and " + (users.size() - 1) + " more");
    }
}

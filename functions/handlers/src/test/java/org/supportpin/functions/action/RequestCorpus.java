package org.supportpin.functions.action;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Bool;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.backoffice.json.JsonText;

/**
 * Requests that a schema calls for: its examples, and each of them with one thing changed, at every place: left out, of another type,
 * not known, at both edges of what is allowed and one beyond, another choice, twice.
 */
final class RequestCorpus {

    /**
     * Requests of one kind.
     *
     * @param what the place and the change
     * @param isEdge at the edge of what is allowed: a text or a list of that length has many forms, and one that is taken will do
     */
    record Case(String what, boolean isEdge, List<Json> requests) {}

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** A schema is compiled once: the corpus asks it hundreds of times. */
    private static final Map<Obj, Schema> COMPILED = new ConcurrentHashMap<>();

    private static final String FEWEST = "the fewest";
    private static final String MOST = "the most";

    private final Set<String> choices = new LinkedHashSet<>();
    private final Map<String, List<Json>> cases = new LinkedHashMap<>();

    private RequestCorpus(Obj schema) {
        gatherChoices(schema);
    }

    static List<Case> of(Obj schema, List<Json> moreExamples) {
        var corpus = new RequestCorpus(schema);
        Stream.concat(items(schema, "examples"), moreExamples.stream()).forEach(example -> {
            corpus.add("an example", example);
            corpus.change("", List.of(schema), example, whole -> whole);
        });
        return corpus.cases.entrySet().stream()
                .map(each -> new Case(
                        each.getKey(),
                        each.getKey().contains(FEWEST) || each.getKey().contains(MOST),
                        each.getValue()))
                .toList();
    }

    static boolean accepts(Obj schema, Json json) {
        return COMPILED.computeIfAbsent(schema, each -> SCHEMAS.getSchema(JsonText.write(each), InputFormat.JSON))
                .validate(JsonText.write(json), InputFormat.JSON)
                .isEmpty();
    }

    private void gatherChoices(Json json) {
        switch (json) {
            case Obj object -> {
                items(object, "enum").forEach(choice -> choices.add(((Str) choice).value()));
                object.members().values().forEach(this::gatherChoices);
            }
            case Arr list -> list.items().forEach(this::gatherChoices);
            default -> {
                // Neither has schemas below it.
            }
        }
    }

    private void add(String what, Json... requests) {
        cases.computeIfAbsent(what, _ -> new ArrayList<>()).addAll(List.of(requests));
    }

    /**
     * Changes a value in every way that its schemas call for, and what is below it.
     *
     * @param whole puts the changed value into the request
     */
    private void change(String at, List<Obj> schemas, Json value, UnaryOperator<Json> whole) {
        var parts = schemas.stream().flatMap(each -> parts(each, value)).toList();
        changeType(at, value, whole);
        switch (value) {
            case Obj object -> changeObject(at, parts, object, whole);
            case Arr list -> changeList(at, parts, list, whole);
            case Str text -> changeText(at, parts, text.value(), whole);
            case Num _ -> changeNumber(at, parts, whole);
            default -> throw new IllegalStateException("no parameter of an action is " + value);
        }
    }

    private void changeType(String at, Json value, UnaryOperator<Json> whole) {
        Stream.of(
                        Json.Null.NULL,
                        new Bool(true),
                        Json.of(5),
                        Json.of("text"),
                        new Arr(List.of()),
                        Json.object().build())
                .filter(other -> other.getClass() != value.getClass())
                .forEach(other -> add(at + " is " + JsonText.write(other), whole.apply(other)));
    }

    private void changeObject(String at, List<Obj> parts, Obj object, UnaryOperator<Json> whole) {
        add(at + "/unknown is there", whole.apply(with(object, "unknown", Json.of("x"))));
        object.members().forEach((name, member) -> {
            var rest = new LinkedHashMap<>(object.members());
            rest.remove(name);
            add(at + "/" + name + " is left out", whole.apply(new Obj(rest)));
            change(at + "/" + name, property(parts, name), member, changed -> whole.apply(with(object, name, changed)));
        });
        parts.stream()
                .flatMap(part -> part.object("properties").stream())
                .flatMap(properties -> properties.members().keySet().stream())
                .distinct()
                .filter(name -> object.get(name).isEmpty())
                .forEach(name -> property(parts, name).stream()
                        .flatMap(each -> Stream.concat(items(each, "examples"), items(each, "enum")))
                        .findFirst()
                        .ifPresent(example -> {
                            add(at + "/" + name + " is there", whole.apply(with(object, name, example)));
                            change(
                                    at + "/" + name,
                                    property(parts, name),
                                    example,
                                    changed -> whole.apply(with(object, name, changed)));
                        }));
    }

    private void changeList(String at, List<Obj> parts, Arr list, UnaryOperator<Json> whole) {
        var first = list.items().getFirst();
        limit(
                parts,
                "minItems",
                "maxItems",
                (edge, size) -> add(
                        at + " has " + edge + " items",
                        whole.apply(Json.array(
                                IntStream.range(0, size).boxed().toList(), index -> numbered(first, index)))));
        add(
                at + " has an item twice",
                whole.apply(new Arr(
                        Stream.concat(list.items().stream(), Stream.of(first)).toList())));
        change(
                at + "/0",
                parts.stream().flatMap(part -> part.object("items").stream()).toList(),
                first,
                changed -> whole.apply(new Arr(
                        Stream.concat(Stream.of(changed), list.items().stream().skip(1))
                                .toList())));
    }

    private void changeText(String at, List<Obj> parts, String text, UnaryOperator<Json> whole) {
        limit(
                parts,
                "minLength",
                "maxLength",
                (edge, length) -> texts(text, length)
                        .forEach(each -> add(at + " has " + edge + " characters", whole.apply(Json.of(each)))));
        var offered = parts.stream().flatMap(part -> items(part, "enum")).toList();
        for (var choice : offered) {
            add(at + " is " + ((Str) choice).value(), whole.apply(choice));
        }
        if (!offered.isEmpty()) {
            add(at + " is no choice", whole.apply(Json.of("no-such-choice")));
            add(
                    at + " is in the other case",
                    whole.apply(Json.of(
                            text.equals(text.toUpperCase(Locale.ROOT))
                                    ? text.toLowerCase(Locale.ROOT)
                                    : text.toUpperCase(Locale.ROOT))));
        }
        if (parts.stream().anyMatch(part -> part.get("pattern").isPresent())) {
            add(at + " has a line end", whole.apply(Json.of(text + "\n")));
            add(at + " has an exclamation mark", whole.apply(Json.of(text + "!")));
        }
    }

    private void changeNumber(String at, List<Obj> parts, UnaryOperator<Json> whole) {
        limit(parts, "minimum", "maximum", (edge, number) -> add(at + " is " + edge, whole.apply(Json.of(number))));
        add(at + " is a fraction", whole.apply(new Num(new BigDecimal("61.5"))));
    }

    @FunctionalInterface
    private interface Edge {
        void at(String edge, int number);
    }

    private static void limit(List<Obj> parts, String least, String most, Edge edge) {
        number(parts, least).forEach(number -> {
            edge.at(FEWEST, number);
            if (number > 0) {
                edge.at("too few", number - 1);
            }
        });
        number(parts, most).forEach(number -> {
            edge.at(MOST, number);
            edge.at("too many", number + 1);
        });
    }

    private static Stream<Integer> number(List<Obj> parts, String name) {
        return parts.stream()
                .flatMap(part -> part.get(name).stream())
                .map(json -> ((Num) json).value().intValueExact());
    }

    /** The schema, and those of its alternatives and conditions that apply to the value. */
    private static Stream<Obj> parts(Obj schema, Json value) {
        var forms = items(schema, "oneOf").map(Obj.class::cast).filter(form -> accepts(form, value));
        var conditions = Stream.concat(Stream.of(schema), items(schema, "allOf").map(Obj.class::cast))
                .filter(each -> each.object("if")
                        .filter(condition -> accepts(condition, value))
                        .isPresent())
                .flatMap(each -> each.object("then").stream());
        return Stream.of(Stream.of(schema), forms, conditions).flatMap(each -> each);
    }

    private static List<Obj> property(List<Obj> parts, String name) {
        return parts.stream()
                .flatMap(part -> part.object("properties").stream())
                .flatMap(properties -> properties.object(name).stream())
                .toList();
    }

    /** An item like this one, made unique by a number; choices stay as they are. */
    private Json numbered(Json item, int number) {
        return switch (item) {
            case Obj(var members) -> {
                var object = Json.object();
                members.forEach((name, member) -> object.put(name, numbered(member, number)));
                yield object.build();
            }
            case Arr(var items) -> Json.array(items, each -> numbered(each, number));
            case Str(var text)
            when !choices.contains(text) ->
                Json.of(
                        text.matches(".*[0-9].*")
                                ? text.replaceFirst("[0-9]+(?=[^0-9]*$)", "" + (number + 1))
                                : text + number);
            default -> item;
        };
    }

    /** Texts of a length, one of every form that a text can have here. */
    private static Stream<String> texts(String example, int length) {
        var mailbox = Math.min(64, Math.max(1, length - 5));
        var end = example.contains(".") ? example.substring(example.indexOf('.')) : ".gr";
        return Stream.of(
                        "a".repeat(length),
                        "1".repeat(length),
                        "a".repeat(Math.max(0, length - example.length())) + example,
                        domain(length, end),
                        domain(length, ".gr"),
                        "a".repeat(mailbox) + "@" + domain(Math.max(0, length - mailbox - 1), ".gr"),
                        domain(Math.max(0, length - 1), end) + ".",
                        "::" + "1".repeat(Math.max(0, length - 2)),
                        "+30 210" + " ".repeat(Math.max(0, length - 14)) + "1234567",
                        "+683" + " ".repeat(Math.max(0, length - 8)) + "4002")
                .filter(text -> text.length() == length);
    }

    private static String domain(int length, String end) {
        var name = new StringBuilder();
        for (int at = 0; at < length - end.length(); at++) {
            name.append(at % 60 == 59 && at < length - end.length() - 1 ? '.' : 'a');
        }
        return name + end;
    }

    private static Obj with(Obj object, String name, Json member) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        members.put(name, member);
        return new Obj(members);
    }

    private static Stream<Json> items(Obj schema, String name) {
        return schema.get(name).filter(Arr.class::isInstance).stream().flatMap(list -> ((Arr) list).items().stream());
    }
}

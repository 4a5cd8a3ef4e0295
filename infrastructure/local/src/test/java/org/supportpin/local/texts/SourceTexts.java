package org.supportpin.local.texts;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The English texts in the code: of {@code say} the second argument, and elsewhere what stands beside a text in Greek. What is put into a
 * text is {@code %s}.
 */
final class SourceTexts extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final Pattern GREEK = Pattern.compile("\\p{IsGreek}");
    private static final int FEW = 3;
    private static final String VALUE = "%s";

    private final Set<String> found = new TreeSet<>();

    /** Constants and variables of the file that are texts. */
    private final Map<String, List<String>> named = new HashMap<>();

    private SourceTexts() {}

    /** Of every Java file in these folders. */
    static Set<String> in(List<Path> folders) {
        var all = new TreeSet<String>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(
                    folders.stream().flatMap(SourceTexts::javaFiles).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
            for (var unit : task.parse()) {
                var texts = new SourceTexts();
                texts.new Names().scan(unit, null);
                texts.scan(unit, null);
                all.addAll(texts.found);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private final class Names extends TreeScanner<@Nullable Void, @Nullable Void> {
        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
            if (tree.getInitializer() != null) {
                var texts = texts(tree.getInitializer());
                if (!texts.isEmpty()) {
                    named.put(tree.getName().toString(), texts);
                }
            }
            return super.visitVariable(tree, null);
        }
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        var isSay = tree.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("say");
        if (isSay) {
            found.addAll(texts(tree.getArguments().getLast()));
        } else {
            pairs(tree.getArguments());
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
        pairs(tree.getArguments());
        return super.visitNewClass(tree, null);
    }

    /** English stands behind the Greek, or before it where nothing is behind. */
    private void pairs(List<? extends ExpressionTree> arguments) {
        var texts = arguments.stream().map(this::texts).toList();
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).stream().anyMatch(SourceTexts::isGreek)) {
                var behind = i + 1 < texts.size() ? english(texts.get(i + 1)) : List.<String>of();
                var before = i > 0 ? english(texts.get(i - 1)) : List.<String>of();
                found.addAll(behind.isEmpty() ? before : behind);
            }
        }
    }

    private static List<String> english(List<String> texts) {
        return texts.stream().anyMatch(SourceTexts::isGreek) ? List.of() : texts;
    }

    /** A Greek name in an English text does not make it Greek. */
    private static boolean isGreek(String text) {
        return GREEK.matcher(text).results().count() >= FEW || text.matches("\\p{IsGreek}+( .*)?");
    }

    /** The texts that an expression may be; none if it is no text. */
    private List<String> texts(Tree tree) {
        return switch (tree) {
            case LiteralTree literal when literal.getValue() instanceof String text -> List.of(text);
            case ParenthesizedTree inner -> texts(inner.getExpression());
            case IdentifierTree name -> named.getOrDefault(name.getName().toString(), List.of());
            case ConditionalExpressionTree choice ->
                Stream.concat(texts(choice.getTrueExpression()).stream(), texts(choice.getFalseExpression()).stream())
                        .toList();
            case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> sum(sum);
            case MethodInvocationTree call
            when call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("formatted") -> texts(select.getExpression());
            default -> List.of();
        };
    }

    private List<String> sum(BinaryTree sum) {
        var left = texts(sum.getLeftOperand());
        var right = texts(sum.getRightOperand());
        if (left.isEmpty() && right.isEmpty()) {
            return List.of();
        }
        return orValue(left).stream()
                .flatMap(first -> orValue(right).stream().map(second -> first + second))
                .toList();
    }

    private static List<String> orValue(List<String> texts) {
        return texts.isEmpty() ? List.of(VALUE) : texts;
    }
}

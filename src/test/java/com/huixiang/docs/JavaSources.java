package com.huixiang.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The product's Java files as the compiler reads them: comments and arguments, which compiled classes do not show. */
final class JavaSources {

    /** How the compiler writes a letter that is not ASCII. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    private static final Comment NOTHING = new Comment("", Map.of());

    private static final JavaSources PRODUCT = new JavaSources(Path.of("src/main/java"));

    /** What is said about a type or a package, by its full name ({@code a.b.Outer.Inner}). */
    private final Map<String, Comment> comments = new TreeMap<>();

    private final List<Call> calls = new ArrayList<>();

    static JavaSources ofTheProduct() {
        return PRODUCT;
    }

    /** A Javadoc comment without its markup: the text, and what it says about each record component. */
    record Comment(String text, Map<String, String> parameters) {

        String firstSentence() {
            int end = text.indexOf(". ");
            return end < 0 ? text : text.substring(0, end + 1);
        }
    }

    /** A call of a method or constructor with its arguments as source. */
    record Call(String file, String name, List<? extends ExpressionTree> arguments) {}

    private JavaSources(Path root) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(root)) {
            var sources = paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            var docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(unit, docs).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Comment commentOf(Class<?> type) {
        String name = type.getCanonicalName();
        return name == null ? NOTHING : comments.getOrDefault(name, NOTHING);
    }

    Comment commentOfPackage(String name) {
        return comments.getOrDefault(name, NOTHING);
    }

    List<Call> calls() {
        return calls;
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final DocTrees docs;
        private String within;

        Reader(CompilationUnitTree unit, DocTrees docs) {
            this.unit = unit;
            this.docs = docs;
            this.within = unit.getPackageName().toString();
        }

        @Override
        public Void visitPackage(PackageTree tree, Void nothing) {
            if (unit.getSourceFile().getName().endsWith("package-info.java")) {
                note(within);
            }
            return super.visitPackage(tree, nothing);
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String outside = within;
            within = outside + "." + tree.getSimpleName();
            note(within);
            super.visitClass(tree, nothing);
            within = outside;
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            calls.add(new Call(unit.getSourceFile().getName(), tree.getIdentifier().toString(), tree.getArguments()));
            return super.visitNewClass(tree, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            calls.add(new Call(
                    unit.getSourceFile().getName(), tree.getMethodSelect().toString(), tree.getArguments()));
            return super.visitMethodInvocation(tree, nothing);
        }

        private void note(String name) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                Map<String, String> parameters = new TreeMap<>();
                comment.getBlockTags().forEach(tag -> {
                    if (tag instanceof com.sun.source.doctree.ParamTree param) {
                        parameters.put(param.getName().toString(), plain(param.getDescription()));
                    }
                });
                comments.put(name, new Comment(plain(comment.getFullBody()), parameters));
            }
        }
    }

    private static String plain(List<?> doc) {
        StringBuilder text = new StringBuilder();
        doc.forEach(text::append);
        return ESCAPED
                .matcher(text)
                .replaceAll(letter -> Character.toString(Integer.parseInt(letter.group(1), 16)))
                .replaceAll("\\{@(?:code|link|linkplain)\\s+(?:com\\.huixiang\\.(?:[a-z]+\\.)*)?([^}]*)}", "$1")
                .replaceAll("</?\\w+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The text of an expression made of literals and values; each value is shown as {@code {name}}. Null when it is no text. */
    static String textOf(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text -> text;
            case com.sun.source.tree.BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> {
                String left = textOf(sum.getLeftOperand());
                String right = textOf(sum.getRightOperand());
                yield left == null && right == null
                        ? null
                        : (left == null ? "{" + sum.getLeftOperand() + "}" : left)
                                + (right == null ? "{" + sum.getRightOperand() + "}" : right);
            }
            default -> null;
        };
    }
}

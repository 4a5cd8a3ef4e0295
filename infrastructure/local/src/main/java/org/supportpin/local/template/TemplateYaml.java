package org.supportpin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.Locale;
import org.supportpin.local.json.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads CloudFormation's YAML: the short form of a function, such as {@code !Ref Table}, becomes the long one,
 * {@code {"Ref": "Table"}}. Dates and such stay text, as CloudFormation reads them.
 */
final class TemplateYaml {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TemplateYaml() {}

    /**
     * The template as a tree.
     *
     * @throws IllegalArgumentException if the text is no YAML
     */
    static JsonNode read(String text) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            return root == null ? NullNode.instance : tree(root);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static JsonNode tree(Node node) {
        var tag = node.getTag().getValue();
        if (!tag.startsWith("!") || tag.length() == 1) {
            return plain(node);
        }
        var name = tag.substring(1);
        return switch (name) {
            case "Ref", "Condition" -> Json.object().set(name, plain(node));
            case "GetAtt" -> Json.object().set("Fn::GetAtt", attribute(plain(node)));
            default -> Json.object().set("Fn::" + name, plain(node));
        };
    }

    /** {@code !GetAtt Table.Arn} is short for {@code ["Table", "Arn"]}. */
    private static JsonNode attribute(JsonNode node) {
        if (!node.isTextual()) {
            return node;
        }
        var parts = node.textValue().split("\\.", 2);
        var list = Json.array();
        for (var part : parts) {
            list.add(part);
        }
        return list;
    }

    private static JsonNode plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                var object = Json.object();
                for (var entry : mapping.getValue()) {
                    var key = ((ScalarNode) entry.getKeyNode()).getValue();
                    if (object.has(key)) {
                        throw new IllegalArgumentException("the key " + key + " is there twice");
                    }
                    object.set(key, tree(entry.getValueNode()));
                }
                yield object;
            }
            case SequenceNode sequence -> {
                var list = Json.array();
                sequence.getValue().forEach(item -> list.add(tree(item)));
                yield list;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalArgumentException("unexpected YAML node");
        };
    }

    private static JsonNode scalar(ScalarNode node) {
        var text = node.getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return NODES.booleanNode(isTrue(text));
        }
        if (node.getTag().equals(Tag.INT) && text.matches("-?(0|[1-9][0-9]{0,17})")) {
            return NODES.numberNode(Long.parseLong(text));
        }
        if (node.getTag().equals(Tag.NULL)) {
            return NullNode.instance;
        }
        return TextNode.valueOf(text);
    }

    private static boolean isTrue(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            default -> false;
        };
    }
}

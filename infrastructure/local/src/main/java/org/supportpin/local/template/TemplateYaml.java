package org.supportpin.local.template;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.supportpin.backoffice.json.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads CloudFormation's YAML. Short forms of functions, such as {@code !Ref Table}, become long ones: {@code {"Ref": "Table"}}.
 * Dates stay text, as in CloudFormation.
 */
final class TemplateYaml {

    private TemplateYaml() {}

    /** @throws IllegalArgumentException if the text is not YAML */
    static Json read(String text) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            return root == null ? Json.Null.NULL : tree(root);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Json tree(Node node) {
        var tag = node.getTag().getValue();
        if (!tag.startsWith("!") || tag.length() == 1) {
            return plain(node);
        }
        var name = tag.substring(1);
        return switch (name) {
            case "Ref", "Condition" -> Json.object().put(name, plain(node)).build();
            case "GetAtt" ->
                Json.object().put("Fn::GetAtt", attribute(plain(node))).build();
            default -> Json.object().put("Fn::" + name, plain(node)).build();
        };
    }

    /** {@code !GetAtt Table.Arn} is short for {@code ["Table", "Arn"]}. */
    private static Json attribute(Json node) {
        return node instanceof Json.Str(var text) ? Json.array(List.of(text.split("\\.", 2)), Json::of) : node;
    }

    private static Json plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                var object = new LinkedHashMap<String, Json>();
                for (var entry : mapping.getValue()) {
                    var key = ((ScalarNode) entry.getKeyNode()).getValue();
                    if (object.put(key, tree(entry.getValueNode())) != null) {
                        throw new IllegalArgumentException("the key " + key + " is duplicated");
                    }
                }
                yield new Json.Obj(object);
            }
            case SequenceNode sequence -> Json.array(sequence.getValue(), TemplateYaml::tree);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalArgumentException("unexpected YAML node");
        };
    }

    private static Json scalar(ScalarNode node) {
        var text = node.getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return Json.of(isTrue(text));
        }
        if (node.getTag().equals(Tag.INT) && text.matches("-?(0|[1-9][0-9]{0,17})")) {
            return Json.of(Long.parseLong(text));
        }
        if (node.getTag().equals(Tag.NULL)) {
            return Json.Null.NULL;
        }
        return Json.of(text);
    }

    private static boolean isTrue(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            default -> false;
        };
    }
}

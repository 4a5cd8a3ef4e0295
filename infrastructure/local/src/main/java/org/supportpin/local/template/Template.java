package org.supportpin.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.local.fault.CannotStart;

/** A CloudFormation template. */
public final class Template {

    private final Json tree;

    private Template(Json tree) {
        this.tree = tree;
    }

    /**
     * Reads the file.
     *
     * @throws CannotStart if it does not exist or is not a CloudFormation template
     */
    public static Template read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new CannotStart(file + " does not exist; run this in the project's folder.", e);
        } catch (IOException e) {
            throw new CannotStart("The template " + file + " cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("The template " + file + " is not a CloudFormation template: " + e.getMessage(), e);
        }
    }

    static Template parse(String text) {
        var tree = TemplateYaml.read(text);
        if (!(tree.path("Resources") instanceof Json.Obj)) {
            throw new IllegalArgumentException("it has no Resources");
        }
        return new Template(tree);
    }

    /** The logical ids of the resources of a type. */
    public List<String> idsOf(String type) {
        return ids(type).toList();
    }

    /** The same, of those that exist with these parameters. */
    public List<String> idsOf(String type, Place place) {
        var intrinsics = new Intrinsics(tree, place);
        return ids(type)
                .filter(id -> {
                    var condition = tree.path("Resources").path(id).path("Condition");
                    return condition.isNull() || intrinsics.condition(condition.asText());
                })
                .toList();
    }

    public boolean has(String id) {
        return tree.path("Resources").has(id);
    }

    /** A text among a resource's properties; empty if it has none of that name. */
    public String property(String id, String name) {
        return tree.path("Resources").path(id).path("Properties").path(name).asText();
    }

    private Stream<String> ids(String type) {
        return tree.path("Resources").members().entrySet().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals(type))
                .map(Map.Entry::getKey);
    }

    /**
     * The headers of the template's CloudFront policy, names in lower case.
     *
     * @throws CannotStart if there is no policy, or the local stack does not support it
     */
    public Map<String, String> responseHeaders(Place place) {
        try {
            var policy = ids("AWS::CloudFront::ResponseHeadersPolicy")
                    .findFirst()
                    .orElseThrow(() -> new TemplateFault("it has no policy for response headers"));
            return new ResponseHeaders(new Intrinsics(tree, place))
                    .read(tree.path("Resources").path(policy));
        } catch (TemplateFault e) {
            throw new CannotStart(
                    "The local stack does not support the template of the pages: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Resolves all values.
     *
     * @throws CannotStart if its rules refuse the parameters, or the local stack does not support it
     */
    public Deployment deploy(Place place) {
        var intrinsics = new Intrinsics(tree, place);
        try {
            var broken = new Rules(tree, intrinsics).broken();
            if (!broken.isEmpty()) {
                throw new CannotStart("The rules of template.yaml refuse the parameters: " + String.join(" ", broken));
            }
            return new DeploymentReader(tree, intrinsics).read();
        } catch (TemplateFault e) {
            throw new CannotStart("The local stack does not support template.yaml: " + e.getMessage() + ".", e);
        }
    }
}

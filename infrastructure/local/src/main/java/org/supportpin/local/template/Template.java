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

/** The deployment's template, as it stands in the file. */
public final class Template {

    private final Json tree;

    private Template(Json tree) {
        this.tree = tree;
    }

    /**
     * Reads the file.
     *
     * @throws CannotStart if it is not there, or no CloudFormation template
     */
    public static Template read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new CannotStart("There is no " + file + "; run this from the project's folder.", e);
        } catch (IOException e) {
            throw new CannotStart("The template " + file + " cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("The template " + file + " is no CloudFormation template: " + e.getMessage(), e);
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

    private Stream<String> ids(String type) {
        return tree.path("Resources").members().entrySet().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals(type))
                .map(Map.Entry::getKey);
    }

    /**
     * The headers that the template's CloudFront policy puts on each answer, names in lower case.
     *
     * @throws CannotStart if there is no policy, or it says something that the local stack cannot follow
     */
    public Map<String, String> responseHeaders(Place place) {
        try {
            var policy = ids("AWS::CloudFront::ResponseHeadersPolicy")
                    .findFirst()
                    .orElseThrow(() -> new TemplateFault("it has no policy for response headers"));
            return new ResponseHeaders(new Intrinsics(tree, place))
                    .read(tree.path("Resources").path(policy));
        } catch (TemplateFault e) {
            throw new CannotStart("The local stack cannot follow the pages' template: " + e.getMessage() + ".", e);
        }
    }

    /**
     * The template with every value worked out.
     *
     * @throws CannotStart if its rules refuse the parameters, or it says something that the local stack cannot follow
     */
    public Deployment deploy(Place place) {
        var intrinsics = new Intrinsics(tree, place);
        try {
            var broken = new Rules(tree, intrinsics).broken();
            if (!broken.isEmpty()) {
                throw new CannotStart("template.yaml refuses its parameters: " + String.join(" ", broken));
            }
            return new DeploymentReader(tree, intrinsics).read();
        } catch (TemplateFault e) {
            throw new CannotStart("The local stack cannot follow template.yaml: " + e.getMessage() + ".", e);
        }
    }
}

package com.huixiang.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares JSON with the shapes in our documents. It knows as much of JSON Schema as they use, and is stricter in one
 * thing: what a shape does not mention must not be there.
 */
final class JsonShapes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final Map<String, JsonNode> documents = new HashMap<>();

    JsonShapes(Path folder) {
        this.folder = folder;
    }

    JsonNode document(String name) {
        return documents.computeIfAbsent(name, each -> {
            try {
                String text = java.nio.file.Files.readString(folder.resolve(each));
                return each.endsWith(".yaml") ? JSON.valueToTree(new Yaml().load(text)) : JSON.readTree(text);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** What does not fit; empty when the value has the shape. */
    List<String> misfits(String document, JsonNode shape, JsonNode value) {
        List<String> misfits = new ArrayList<>();
        compare(document, shape, value, "", misfits);
        return misfits;
    }

    /** A reference like {@code #/components/schemas/Message} or {@code ./openapi.json#/components/schemas/Message}. */
    record Located(String document, JsonNode node) {}

    Located follow(String document, JsonNode node) {
        if (!node.has("$ref")) {
            return new Located(document, node);
        }
        String[] reference = node.path("$ref").asString().split("#", 2);
        String where = reference[0].isEmpty() ? document : reference[0].replaceFirst("^\\./", "");
        JsonNode found = document(where).at(reference[1]);
        if (found.isMissingNode()) {
            throw new AssertionError(document + " refers to " + node + ", which is not there");
        }
        return follow(where, found);
    }

    private void compare(String document, JsonNode asked, JsonNode value, String at, List<String> misfits) {
        Located located = follow(document, asked);
        String where = located.document();
        JsonNode shape = located.node();
        for (String choice : List.of("oneOf", "anyOf")) {
            if (shape.has(choice) && !fitsOne(where, shape.path(choice), value)) {
                misfits.add(at + ": " + value + " fits none of " + shape.path(choice));
            }
        }
        if (shape.has("const") && !shape.path("const").equals(value)) {
            misfits.add(at + ": " + value + " instead of " + shape.path("const"));
        }
        if (shape.has("enum") && !contains(shape.path("enum"), value)) {
            misfits.add(at + ": " + value + " is none of " + shape.path("enum"));
        }
        if (shape.has("type") && !isOfType(shape.path("type"), value)) {
            misfits.add(at + ": " + value + " is no " + shape.path("type"));
        }
        if (value.isObject() && (shape.has("properties") || shape.has("maxProperties"))) {
            compareObject(where, shape, value, at, misfits);
        }
        if (value.isArray() && shape.has("items")) {
            value.forEach(item -> compare(where, shape.path("items"), item, at + "[]", misfits));
        }
    }

    private void compareObject(String document, JsonNode shape, JsonNode value, String at, List<String> misfits) {
        shape.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                misfits.add(at + ": " + name + " is missing");
            }
        });
        value.forEachEntry((name, held) -> {
            if (shape.path("properties").has(name)) {
                compare(document, shape.path("properties").path(name), held, at + "." + name, misfits);
            } else if (!shape.path("additionalProperties").asBoolean(false)) {
                misfits.add(at + ": " + name + " is not in the document");
            }
        });
    }

    private boolean fitsOne(String document, JsonNode choices, JsonNode value) {
        for (JsonNode choice : choices) {
            if (misfits(document, choice, value).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode each : list) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        if (!types.isArray()) {
            return isOfType(types.asString(), value);
        }
        for (JsonNode type : types) {
            if (isOfType(type.asString(), value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("Unknown type " + type);
        };
    }
}

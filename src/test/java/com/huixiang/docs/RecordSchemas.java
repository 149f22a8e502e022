package com.huixiang.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.Opening;
import com.huixiang.docs.JavaSources.Comment;
import com.huixiang.kernel.Page;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;

/**
 * How the product's own types look in JSON: records by their components, enum constants in lower case with dashes, typed
 * ids as plain UUIDs, {@code @Nullable} as "or null", and their Javadoc as the description. A type nested in another one
 * carries both names, so that no two shapes share one.
 */
final class RecordSchemas implements ModelConverter {

    private static final Map<Class<?>, String[]> PLAIN = Map.ofEntries(
            Map.entry(String.class, new String[] {"string", null}),
            Map.entry(java.util.UUID.class, new String[] {"string", "uuid"}),
            Map.entry(Instant.class, new String[] {"string", "date-time"}),
            Map.entry(java.time.LocalDate.class, new String[] {"string", "date"}),
            Map.entry(java.time.LocalTime.class, new String[] {"string", "time"}),
            Map.entry(java.time.Duration.class, new String[] {"string", "duration"}),
            Map.entry(int.class, new String[] {"integer", "int32"}),
            Map.entry(Integer.class, new String[] {"integer", "int32"}),
            Map.entry(long.class, new String[] {"integer", "int64"}),
            Map.entry(Long.class, new String[] {"integer", "int64"}),
            Map.entry(double.class, new String[] {"number", "double"}),
            Map.entry(Double.class, new String[] {"number", "double"}),
            Map.entry(BigDecimal.class, new String[] {"number", null}),
            Map.entry(boolean.class, new String[] {"boolean", null}),
            Map.entry(Boolean.class, new String[] {"boolean", null}));

    /** Components that are written as the JSON they hold. */
    private static final Map<String, Class<?>> RAW =
            Map.of("Message.body", Body.class, "ConversationRow.entry", Opening.EntryPage.class);

    private final Map<String, Class<?>> names = new HashMap<>();

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        ResolvableType asked = plainly(type.getType());
        Class<?> raw = asked.toClass();
        if (raw.getName().startsWith("com.huixiang.") || raw == JsonNode.class || isListOfOurs(asked)) {
            return of(asked, context);
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    /** Jackson's own way of writing types is not the language's. */
    private static ResolvableType plainly(Type type) {
        return type instanceof JavaType jackson
                ? ResolvableType.forClassWithGenerics(
                        jackson.getRawClass(),
                        jackson.getBindings().getTypeParameters().stream()
                                .map(RecordSchemas::plainly)
                                .toArray(ResolvableType[]::new))
                : ResolvableType.forType(type);
    }

    private static boolean isListOfOurs(ResolvableType type) {
        return Collection.class.isAssignableFrom(type.toClass())
                && type.asCollection().getGeneric(0).toClass().getName().startsWith("com.huixiang.");
    }

    private Schema<?> of(ResolvableType type, ModelConverterContext context) {
        Class<?> raw = type.toClass();
        String[] plain = PLAIN.get(raw);
        if (plain != null) {
            return typed(plain[0]).format(plain[1]);
        }
        if (raw == JsonNode.class || raw == Object.class) {
            return new JsonSchema();
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return typed("array").items(of(type.asCollection().getGeneric(0), context));
        }
        if (Map.class.isAssignableFrom(raw)) {
            Schema<?> values = typed("object");
            values.setAdditionalProperties(of(type.asMap().getGeneric(1), context));
            return values;
        }
        if (raw.isRecord() && isOneValue(raw)) {
            return of(ResolvableType.forType(raw.getRecordComponents()[0].getGenericType()), context);
        }
        if (raw.isEnum() || raw.isRecord() || raw.isSealed()) {
            return named(type, context);
        }
        throw new IllegalArgumentException("No JSON shape is known for " + type
                + ". Use a record, or teach RecordSchemas about it.");
    }

    /** Typed ids travel as what they hold. */
    private static boolean isOneValue(Class<?> type) {
        return type.getRecordComponents().length == 1
                && Arrays.stream(type.getDeclaredFields()).anyMatch(field -> field.isAnnotationPresent(JsonValue.class));
    }

    private Schema<?> named(ResolvableType type, ModelConverterContext context) {
        String name = nameOf(type);
        Class<?> before = names.putIfAbsent(name, type.toClass());
        if (before != null && before != type.toClass()) {
            throw new IllegalStateException("Two shapes are called " + name + ": " + before + " and " + type);
        }
        if (!context.getDefinedModels().containsKey(name)) {
            context.defineModel(name, new JsonSchema());
            context.defineModel(name, shapeOf(type, context));
        }
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    private static String nameOf(ResolvableType type) {
        Class<?> raw = type.toClass();
        if (raw == Page.class) {
            return "PageOf" + nameOf(type.getGeneric(0));
        }
        Class<?> outer = raw.getDeclaringClass();
        String within = outer == null ? "" : outer.getSimpleName().replaceAll("(Controller|Lists|Door|s)$", "");
        return raw.getSimpleName().startsWith(within) ? raw.getSimpleName() : within + raw.getSimpleName();
    }

    private Schema<?> shapeOf(ResolvableType type, ModelConverterContext context) {
        Class<?> raw = type.toClass();
        Comment comment = JavaSources.ofTheProduct().commentOf(raw);
        Schema<?> shape;
        if (raw.isEnum()) {
            Schema<Object> constants = typed("string");
            Arrays.stream(raw.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase().replace('_', '-'))
                    .forEach(constants::addEnumItemObject);
            shape = constants;
        } else if (raw.isRecord()) {
            shape = recordShape(type, comment, context);
        } else {
            Schema<?> anyOf = new JsonSchema();
            for (Class<?> kind : raw.getPermittedSubclasses()) {
                anyOf.addAnyOfItem(of(ResolvableType.forClass(kind), context));
            }
            shape = anyOf;
        }
        if (!comment.text().isEmpty()) {
            shape.setDescription(comment.text());
        }
        return shape;
    }

    private Schema<?> recordShape(ResolvableType type, Comment comment, ModelConverterContext context) {
        Schema<?> shape = typed("object");
        for (RecordComponent component : type.toClass().getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            Schema<?> property = componentShape(type, component, context);
            limit(property, fieldOf(component));
            String says = comment.parameters().get(component.getName());
            if (nullable) {
                property = orNull(property);
            } else {
                shape.addRequiredItem(wireName(component));
            }
            if (says != null) {
                property.setDescription(says);
            }
            shape.addProperty(wireName(component), property);
        }
        return shape;
    }

    private Schema<?> componentShape(ResolvableType owner, RecordComponent component, ModelConverterContext context) {
        if (fieldOf(component).isAnnotationPresent(JsonRawValue.class)) {
            Class<?> held = RAW.get(nameOf(owner) + "." + component.getName());
            Schema<?> shape = held == null ? new JsonSchema() : of(ResolvableType.forClass(held), context);
            return held == Body.class ? new JsonSchema().anyOf(List.of(shape, takenBack())) : shape;
        }
        Schema<?> shape = of(ResolvableType.forType(component.getGenericType(), owner), context);
        if (holdsNulls(component) && shape.getItems() != null) {
            shape.setItems(orNull(shape.getItems()));
        }
        return shape;
    }

    /** A list like {@code List<@Nullable Double>}. */
    private static boolean holdsNulls(RecordComponent component) {
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments().length == 1
                && list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    /** Some words of the wire are no names in Java. */
    private static String wireName(RecordComponent component) {
        JsonProperty other = fieldOf(component).getAnnotation(JsonProperty.class);
        return other == null ? component.getName() : other.value();
    }

    private static Schema<?> takenBack() {
        return typed("object").maxProperties(0).description("Empty when the message was taken back");
    }

    private static void limit(Schema<?> property, Field field) {
        Size size = field.getAnnotation(Size.class);
        if (size != null && size.max() < Integer.MAX_VALUE) {
            property.setMaxLength(size.max());
        }
        if (size != null && size.min() > 0) {
            property.setMinLength(size.min());
        }
        if (field.isAnnotationPresent(NotBlank.class)) {
            property.setMinLength(1);
        }
        if (field.isAnnotationPresent(PositiveOrZero.class)) {
            property.setMinimum(BigDecimal.ZERO);
        }
        if (field.isAnnotationPresent(Positive.class)) {
            property.setMinimum(BigDecimal.ONE);
        }
    }

    private static Field fieldOf(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Schema<?> orNull(Schema<?> shape) {
        if (shape.getTypes() != null) {
            shape.addType("null");
            return shape;
        }
        return shape.get$ref() == null ? shape : new JsonSchema().oneOf(List.of(shape, typed("null")));
    }

    private static Schema<Object> typed(String type) {
        Schema<Object> schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}

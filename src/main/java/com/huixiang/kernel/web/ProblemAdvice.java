package com.huixiang.kernel.web;

import com.huixiang.kernel.Problem;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns every refusal and every failure into problem+json: status, stable code, a Chinese and an English sentence. */
@RestControllerAdvice
public class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem) {
        HttpStatus status = statusOf(problem.kind());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.waitFor() != null) {
            long seconds = Math.max(1, problem.waitFor().plusMillis(999).toSeconds());
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return answer.body(body(status, problem.code(), problem.chinese(), problem.english()));
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MultipartException.class,
        MethodArgumentNotValidException.class,
        HandlerMethodValidationException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<ProblemDetail> notUnderstood(Exception cause) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "request.invalid",
                "请求内容不完整或格式不正确,请检查后重试。",
                "The request is incomplete or malformed. Please check it and try again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException cause) {
        return answer(
                HttpStatus.CONTENT_TOO_LARGE,
                "file.too-large",
                "文件太大,请上传 10 MB 以内的文件。",
                "The file is too large. Please send at most 10 MB.");
    }

    /** The database is away for a moment (it restarts by itself): the caller may simply try again. */
    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> databaseAway(Exception cause) {
        log.warn("The database cannot be reached: {}", cause.getMessage());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "service.unavailable",
                "服务暂时不可用,请稍后重试。",
                "The service is briefly unavailable. Please try again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception failure) throws Exception {
        // Security's own exceptions are answered by the filter chain, which knows whether anybody is signed in.
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (failure instanceof ErrorResponse response) {
            HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
            return answer(
                    status,
                    "request." + status.name().toLowerCase().replace('_', '-'),
                    status.is4xxClientError() ? "无法完成该请求,请检查地址和内容。" : "服务出错了,请稍后重试。",
                    status.is4xxClientError()
                            ? "This request cannot be served. Please check its address and content."
                            : "Something went wrong. Please try again later.");
        }
        log.error("Unexpected failure", failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "service.failed",
                "服务出错了,请稍后重试。",
                "Something went wrong. Please try again later.");
    }

    /** The body of a refusal, for edges that answer outside a controller. */
    public static ProblemDetail body(HttpStatus status, String code, String chinese, String english) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setType(URI.create("about:blank"));
        detail.setTitle(status.getReasonPhrase());
        detail.setDetail(chinese);
        detail.setProperty("detailEn", english);
        detail.setProperty("code", code);
        return detail;
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String code, String chinese, String english) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(status, code, chinese, english));
    }

    private static HttpStatus statusOf(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNKNOWN_CALLER -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}

package com.huixiang.conversation.web;

import com.huixiang.conversation.Attachments;
import com.huixiang.conversation.Attachments.Attachment;
import com.huixiang.conversation.Attachments.Content;
import com.huixiang.staff.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files in and out. What is served can neither run scripts nor be taken for another type. */
@RestController
class FileController {

    private final Attachments attachments;

    FileController(Attachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping("/api/files")
    Attachment keep(Actor actor, @RequestParam MultipartFile file) throws IOException {
        return attachments.keep(StaffDesk.ownerOf(actor), file.getOriginalFilename(), file.getBytes());
    }

    @GetMapping("/files/{id}/{signature}")
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable String signature) {
        Content content = attachments.open(id, signature);
        boolean picture = content.type().startsWith("image/");
        ContentDisposition disposition = (picture ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(content.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.type()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(content.bytes());
    }
}

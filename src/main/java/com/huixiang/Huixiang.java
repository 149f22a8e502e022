package com.huixiang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application. */
@SpringBootApplication
public class Huixiang {

    public static void main(String[] args) {
        SpringApplication.run(Huixiang.class, args);
    }
}

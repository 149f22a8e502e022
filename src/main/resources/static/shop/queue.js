// Calls made before the chat's script has arrived wait here.
window.Huixiang = window.Huixiang || function () { (window.Huixiang.q = window.Huixiang.q || []).push(arguments) }

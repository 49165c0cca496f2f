// Echo over TCP: `echo serve` answers what it is sent; `echo load ADDRESS CONNECTIONS MESSAGES`
// sends messages of 1 KiB over so many connections, one at a time on each, and prints the seconds.
package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"sync"
	"time"
)

const size = 1024

func serve() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	for {
		connection, err := listener.Accept()
		if err != nil {
			return
		}
		go func() {
			defer connection.Close()
			buffer := make([]byte, 4096)
			for {
				count, err := connection.Read(buffer)
				if err != nil {
					return
				}
				if _, err = connection.Write(buffer[:count]); err != nil {
					return
				}
			}
		}()
	}
}

func load(address string, connections, messages int) {
	var all []net.Conn
	for i := 0; i < connections; i++ {
		connection, err := net.Dial("tcp", address)
		if err != nil {
			panic(err)
		}
		all = append(all, connection)
	}
	var group sync.WaitGroup
	begin := time.Now()
	for _, connection := range all {
		group.Add(1)
		go func(connection net.Conn) {
			defer group.Done()
			message := make([]byte, size)
			for i := 0; i < messages/connections; i++ {
				if _, err := connection.Write(message); err != nil {
					panic(err)
				}
				if _, err := io.ReadFull(connection, message); err != nil {
					panic(err)
				}
			}
		}(connection)
	}
	group.Wait()
	fmt.Printf("%.4f\n", time.Since(begin).Seconds())
	for _, connection := range all {
		connection.Close()
	}
}

func main() {
	if os.Args[1] == "serve" {
		serve()
		return
	}
	connections, _ := strconv.Atoi(os.Args[3])
	messages, _ := strconv.Atoi(os.Args[4])
	load(os.Args[2], connections, messages)
}
